// Dates in words, as precise as they are known and no more.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace report {

struct DatedInterval {
    std::int64_t begin = 0;  ///< days since 1970-01-01
    std::int64_t finish = 0;
    std::string_view precision;  ///< of the timeline: "day", "week", "month" …
    std::string_view value;      ///< TIMEX3
    std::string_view mod;        ///< TIMEX3
};

/// "20 May 2024", "week of 20–26 May 2024", "early May 2024", "spring 2024".
std::string in_words(const DatedInterval& date);

/// What a single day has besides its date: "Monday", "Monday, 10:30".
std::string detail_in_words(const DatedInterval& date);

/// "publication on 20 May 2024" for "published 2024-05-20", "2023 in the text" for "text 2023".
std::string anchor_in_words(std::string_view anchor);

/// "20 May 2024" for days of the years 1 to 9999, else the number of days.
std::string day_in_words(std::int64_t day);

/// "20 May 2024" for "2024-05-20" and for times of that day, "May 2024" for "2024-05"; other texts as they are.
std::string iso_in_words(std::string_view iso);

std::optional<std::int64_t> day_from_iso(std::string_view iso);

/// The group of the page in which an entry stands: "2024-05", or "2024" for what is known less precisely than a month.
std::string group_of(const DatedInterval& date);

/// "May 2024" for "2024-05"; "2024, month not known" for "2024", in short just "2024".
std::string group_in_words(std::string_view group, bool in_short = false);

}  // namespace report
