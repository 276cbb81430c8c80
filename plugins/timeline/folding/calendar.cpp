// Days and the precision of dates.
#include "calendar.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>

namespace timeline {

namespace {

constexpr std::array<std::string_view, 11> names = {"time",   "day",  "weekend", "week",   "month",  "quarter",
                                                    "season", "half", "year",    "decade", "century"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// What follows the year of a value: "MM" is a month, "Www" a week, "Q1" a quarter, "H1" a half, "SP" a season.
std::optional<Precision> precision_within_year(std::string_view rest) {
    if (rest.size() >= 2 && is_digit(rest[0]) && is_digit(rest[1])) {
        return rest.size() >= 5 && rest[2] == '-' && is_digit(rest[3]) ? Precision::Day : Precision::Month;
    }
    if (rest.empty()) {
        return std::nullopt;
    }
    switch (rest[0]) {
        case 'W':
            if (rest.size() >= 2 && !is_digit(rest[1])) {
                return Precision::Season;
            }
            return rest.ends_with("-WE") ? Precision::Weekend : Precision::Week;
        case 'Q':
            return Precision::Quarter;
        case 'H':
            return Precision::Half;
        case 'S':
        case 'F':
            return Precision::Season;
        default:
            return std::nullopt;
    }
}

Precision precision_of_length(std::int64_t days) {
    struct Unit {
        std::int64_t most_days;
        Precision precision;
    };
    constexpr std::array<Unit, 7> units = {{{1, Precision::Day},
                                            {7, Precision::Week},
                                            {31, Precision::Month},
                                            {92, Precision::Quarter},
                                            {184, Precision::Half},
                                            {366, Precision::Year},
                                            {3653, Precision::Decade}}};
    for (const Unit& unit : units) {
        if (days <= unit.most_days) {
            return unit.precision;
        }
    }
    return Precision::Century;
}

std::string format_day(std::int64_t day, const char* format) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    std::array<char, 16> buffer{};
    const int size = std::snprintf(buffer.data(), buffer.size(), format, static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return {buffer.data(), static_cast<std::size_t>(size)};
}

}  // namespace

std::string_view name_of(Precision precision) {
    return names[static_cast<std::size_t>(precision)];
}

std::optional<Precision> precision_named(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            return static_cast<Precision>(i);
        }
    }
    return std::nullopt;
}

Precision precision_of(std::string_view value, std::int64_t begin, std::int64_t finish) {
    if (value.find('T') != value.npos && begin == finish) {
        return Precision::Time;
    }
    const std::string_view year = value.starts_with("FY") ? value.substr(2) : value;
    std::size_t digits = 0;
    while (digits < year.size() && is_digit(year[digits])) {
        ++digits;
    }
    if (digits == year.size() && digits >= 2 && digits <= 4) {
        return digits == 4 ? Precision::Year : digits == 3 ? Precision::Decade : Precision::Century;
    }
    if (digits == 4 && year[4] == '-') {
        if (const auto precision = precision_within_year(year.substr(5))) {
            return *precision;
        }
    }
    return precision_of_length(finish - begin + 1);
}

bool is_writable(std::int64_t day) {
    using std::chrono::sys_days;
    constexpr std::int64_t first = sys_days(std::chrono::year(1) / 1 / 1).time_since_epoch().count();
    constexpr std::int64_t last = sys_days(std::chrono::year(9998) / 12 / 31).time_since_epoch().count();
    return first <= day && day <= last;
}

std::optional<std::int64_t> day_in(std::string_view iso) {
    constexpr std::string_view form = "dddd-dd-dd";
    if (iso.size() < form.size()) {
        return std::nullopt;
    }
    std::array<int, 3> parts{};
    std::size_t part = 0;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == 'd' ? !is_digit(iso[i]) : iso[i] != form[i]) {
            return std::nullopt;
        }
        if (form[i] == '-') {
            ++part;
        } else {
            parts[part] = parts[part] * 10 + (iso[i] - '0');
        }
    }
    const std::chrono::year_month_day date{std::chrono::year(parts[0]),
                                           std::chrono::month(static_cast<unsigned>(parts[1])),
                                           std::chrono::day(static_cast<unsigned>(parts[2]))};
    if (!date.ok()) {
        return std::nullopt;
    }
    return std::chrono::sys_days(date).time_since_epoch().count();
}

std::string iso_day(std::int64_t day) {
    return format_day(day, "%04d-%02u-%02u");
}

std::string basic_day(std::int64_t day) {
    return format_day(day, "%04d%02u%02u");
}

}  // namespace timeline
