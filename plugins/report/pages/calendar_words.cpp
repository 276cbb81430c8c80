// Dates in words, as precise as they are known and no more.
#include "calendar_words.h"

#include <array>
#include <charconv>
#include <chrono>
#include <utility>

namespace report {

namespace {

using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};
constexpr std::string_view dash = "–";

std::chrono::sys_days sys_day(std::int64_t day) {
    return std::chrono::sys_days(std::chrono::days(day));
}

bool is_writable(std::int64_t day) {
    return day >= -719162 && day <= 2932896;
}

std::string month_name(const year_month_day& date) {
    return std::string(months[static_cast<unsigned>(date.month()) - 1]);
}
std::string day_number(const year_month_day& date) {
    return std::to_string(static_cast<unsigned>(date.day()));
}
std::string year_number(const year_month_day& date) {
    return std::to_string(static_cast<int>(date.year()));
}

std::string span_in_words(std::int64_t begin, std::int64_t finish) {
    const year_month_day first{sys_day(begin)};
    const year_month_day last{sys_day(finish)};
    if (begin == finish) {
        return day_in_words(begin);
    }
    if (first.year() != last.year()) {
        return day_in_words(begin) + " " + std::string(dash) + " " + day_in_words(finish);
    }
    if (first.month() != last.month()) {
        return day_number(first) + " " + month_name(first) + " " + std::string(dash) + " " + day_in_words(finish);
    }
    return day_number(first) + std::string(dash) + day_in_words(finish);
}

std::string_view word_for(std::string_view code,
                          std::initializer_list<std::pair<std::string_view, std::string_view>> words) {
    for (const auto& [known, word] : words) {
        if (code == known) {
            return word;
        }
    }
    return {};
}

/// "10:30" or "morning" of a value such as "2024-05-20T10:30" or "2024-05-20TMO".
std::string_view time_of_day(std::string_view value) {
    const std::size_t at = value.find('T');
    const std::string_view time = at == value.npos ? std::string_view() : value.substr(at + 1);
    if (time.size() >= 5 && time[2] == ':') {
        return time.substr(0, 5);
    }
    return word_for(time, {{"MO", "morning"},
                           {"AF", "afternoon"},
                           {"EV", "evening"},
                           {"NI", "night"},
                           {"MI", "midday"},
                           {"DT", "daytime"}});
}

std::string part_of_year(const DatedInterval& date) {
    const std::string year = date.value.size() >= 4 ? std::string(date.value.substr(0, 4)) : std::string();
    const std::string_view part = date.value.size() > 5 ? date.value.substr(5) : std::string_view();
    const std::string_view word = word_for(part, {{"Q1", "1st quarter of "},
                                                  {"Q2", "2nd quarter of "},
                                                  {"Q3", "3rd quarter of "},
                                                  {"Q4", "4th quarter of "},
                                                  {"H1", "first half of "},
                                                  {"H2", "second half of "},
                                                  {"SP", "spring "},
                                                  {"SU", "summer "},
                                                  {"FA", "autumn "},
                                                  {"WI", "winter "}});
    return word.empty() ? span_in_words(date.begin, date.finish) : std::string(word) + year;
}

bool is_whole_month(const DatedInterval& date) {
    const year_month_day first{sys_day(date.begin)};
    const year_month_day after{sys_day(date.finish + 1)};
    return static_cast<unsigned>(first.day()) == 1 && static_cast<unsigned>(after.day()) == 1 &&
           after.year() / after.month() == first.year() / first.month() + std::chrono::months(1);
}

std::string without_mod(const DatedInterval& date) {
    const year_month_day first{sys_day(date.begin)};
    if (date.precision == "week" || date.precision == "weekend") {
        return std::string(date.precision) + " of " + span_in_words(date.begin, date.finish);
    }
    if (date.precision == "month" && (is_whole_month(date) || !date.mod.empty())) {
        return month_name(first) + " " + year_number(first);
    }
    if (date.precision == "year" && date.value == year_number(first)) {
        return year_number(first);
    }
    if (date.precision == "decade" && date.value.size() == 3) {
        return std::string(date.value) + "0s";
    }
    if (date.precision == "quarter" || date.precision == "season" || date.precision == "half") {
        return part_of_year(date);
    }
    return span_in_words(date.begin, date.finish);
}

}  // namespace

std::string in_words(const DatedInterval& date) {
    if (!is_writable(date.begin) || !is_writable(date.finish)) {
        return std::string(date.value);
    }
    const std::string_view mod = word_for(date.mod, {{"START", "early "},
                                                     {"MID", "mid-"},
                                                     {"END", "late "},
                                                     {"APPROX", "about "},
                                                     {"BEFORE", "before "},
                                                     {"AFTER", "after "},
                                                     {"ON_OR_BEFORE", "by "},
                                                     {"ON_OR_AFTER", "from "}});
    return std::string(mod) + without_mod(date);
}

std::string detail_in_words(const DatedInterval& date) {
    if (date.begin != date.finish || !is_writable(date.begin)) {
        return {};
    }
    const std::string weekday(weekdays[std::chrono::weekday(sys_day(date.begin)).c_encoding()]);
    const std::string_view time = time_of_day(date.value);
    return time.empty() ? weekday : weekday + ", " + std::string(time);
}

std::string anchor_in_words(std::string_view anchor) {
    constexpr std::string_view published = "published ";
    constexpr std::string_view text = "text ";
    if (anchor.starts_with(published)) {
        return "publication on " + iso_in_words(anchor.substr(published.size()));
    }
    return anchor.starts_with(text) ? iso_in_words(anchor.substr(text.size())) + " in the text" : std::string(anchor);
}

std::string day_in_words(std::int64_t day) {
    if (!is_writable(day)) {
        return "day " + std::to_string(day);
    }
    const year_month_day date{sys_day(day)};
    return day_number(date) + " " + month_name(date) + " " + year_number(date);
}

std::string iso_in_words(std::string_view iso) {
    if (const auto day = day_from_iso(iso.substr(0, 10)); day && (iso.size() == 10 || iso[10] == 'T')) {
        return day_in_words(*day);
    }
    if (iso.size() == 7 && day_from_iso(std::string(iso) + "-01")) {
        return group_in_words(iso);
    }
    return std::string(iso);
}

std::optional<std::int64_t> day_from_iso(std::string_view iso) {
    const auto number = [&](std::size_t at, std::size_t size) -> std::optional<unsigned> {
        unsigned value = 0;
        const char* end = iso.data() + at + size;
        return std::from_chars(iso.data() + at, end, value).ptr == end ? std::optional(value) : std::nullopt;
    };
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') {
        return std::nullopt;
    }
    const auto year = number(0, 4);
    const auto month = number(5, 2);
    const auto day = number(8, 2);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                              std::chrono::day(*day)};
    return date.ok() ? std::optional<std::int64_t>(std::chrono::sys_days(date).time_since_epoch().count())
                     : std::nullopt;
}

std::string group_of(const DatedInterval& date) {
    if (!is_writable(date.begin)) {
        return "0000";
    }
    const year_month_day first{sys_day(date.begin)};
    std::string year = year_number(first);
    year.insert(0, 4 - year.size(), '0');
    const bool within_month = date.precision == "time" || date.precision == "day" || date.precision == "weekend" ||
                              date.precision == "week" || date.precision == "month";
    const auto month = static_cast<unsigned>(first.month());
    return within_month ? year + "-" + (month < 10 ? "0" : "") + std::to_string(month) : year;
}

std::string group_in_words(std::string_view group, bool in_short) {
    if (group.size() < 7) {
        return std::string(group) + (in_short ? "" : ", month not known");
    }
    const std::optional<std::int64_t> day = day_from_iso(std::string(group) + "-01");
    if (!day) {
        return std::string(group);
    }
    const std::string month = month_name(year_month_day{sys_day(*day)});
    return (in_short ? month.substr(0, 3) : month) + " " + std::string(group.substr(0, 4));
}

}  // namespace report
