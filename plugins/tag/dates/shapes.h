// Numbers by their shape: what "2024-03-11", "9:30", "1990s", "4th" or "12" may stand for.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dates {

/// Classes of patterns that are known by shape instead of by the vocabulary, in the order of `shape_names`.
enum class Shape : std::uint8_t {
    Number,      ///< any whole number
    Decimal,     ///< "4.1"
    Day,         ///< 1 to 31, at most two digits
    NthDay,      ///< "1st" to "31st"
    Nth,         ///< "4th", any size
    Year,        ///< four digits, 1000 to 2999
    OldYear,     ///< three digits: a year only beside a month, an era or in brackets
    FarYear,     ///< four or five digits from 3000 on: a year only behind day and month
    SureYear,    ///< four digits that hardly are a quantity: 1900 to 2059
    ShortYear,   ///< two digits
    Hour,        ///< 0 to 24, at most two digits
    Military,    ///< "1600", "0730"
    Clock,       ///< "9:30", "16:00:05"
    DotClock,    ///< "9.30"
    Decade,      ///< "1990s", "90s"
    IsoDay,      ///< "2024-03-11", "2024/03/11", "20240311T…"
    IsoMonth,    ///< "2024-03"
    IsoWeek,     ///< "2024-W12"
    DottedDay,   ///< "11.03.2024"
    SlashedDay,  ///< "03/11/2024", "3/11/24": either order
    Dash,        ///< "-", "–", "—"
    Capital,     ///< a word with a capital letter
    Any,         ///< whatever stands there
};

inline constexpr std::array<std::string_view, 23> shape_names = {
    "number",   "decimal",   "day",       "nthday",     "nth",   "year",     "oldyear", "faryear",
    "sureyear", "shortyear", "hour",      "military",   "clock", "dotclock", "decade",  "isoday",
    "isomonth", "isoweek",   "dottedday", "slashedday", "dash",  "capital",  "any"};

/// The numbers that a shape was read into; what does not apply is 0, a time that is not given is -1.
struct Numbers {
    std::int32_t number = 0;  ///< Number, Day, NthDay, Nth, Year, ShortYear, Hour
    std::int16_t year = 0;
    std::int16_t month = 0;  ///< of SlashedDay: the first number
    std::int16_t day = 0;    ///< of SlashedDay: the second number
    std::int16_t hour = -1;
    std::int16_t minute = -1;
    std::int16_t second = -1;
    bool short_decade = false;  ///< "90s"
};

/// All shapes (as bits) that a piece of text without spaces may have, and the numbers in it.
std::uint32_t shapes_of(std::string_view text, Numbers& numbers);

}  // namespace dates
