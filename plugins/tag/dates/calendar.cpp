// Calendar arithmetic over std::chrono.
#include "calendar.h"

#include <array>
#include <cstdio>

namespace dates {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

year_month_day civil(CalendarDay day) {
    return year_month_day(day);
}

CalendarDay first_of(int year, unsigned month) {
    return CalendarDay(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(1));
}

/// First day of the month `count` months after the one that begins at `first`.
CalendarDay months_after(CalendarDay first, std::int64_t count) {
    const year_month_day date = civil(first) + months(count);
    return CalendarDay(date);
}

std::int64_t floor_to(std::int64_t number, std::int64_t step) {
    const std::int64_t rest = number % step;
    return number - (rest < 0 ? rest + step : rest);
}

/// Length in months; 0 for what is counted in days.
std::int64_t length_in_months(Unit unit) {
    switch (unit) {
        case Unit::Month:
            return 1;
        case Unit::Season:
        case Unit::Quarter:
            return 3;
        case Unit::Half:
            return 6;
        case Unit::Year:
            return 12;
        case Unit::Decade:
            return 120;
        case Unit::Century:
            return 1200;
        default:
            return 0;
    }
}

bool in_range(std::int64_t year) {
    return year >= first_year && year <= last_year;
}

Period of_months(Unit unit, CalendarDay first) {
    return {unit, first, months_after(first, length_in_months(unit)) - days(1)};
}

/// The ISO year and week of a Monday.
struct IsoWeek {
    int year;
    int week;
};
IsoWeek iso_week(CalendarDay monday) {
    const int year = year_number(monday + days(3));
    const CalendarDay fourth = first_of(year, 1) + days(3);
    const CalendarDay first_monday = last_weekday(fourth, 1);
    return {year, static_cast<int>((monday - first_monday).count() / 7) + 1};
}

std::string year_text(int year) {
    std::array<char, 16> text{};
    if (year > 0) {
        std::snprintf(text.data(), text.size(), "%04d", year);
    } else {
        std::snprintf(text.data(), text.size(), "BC%04d", 1 - year);
    }
    return text.data();
}

template <class... Numbers>
std::string with(const std::string& year, const char* format, Numbers... numbers) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), format, numbers...);
    return year + text.data();
}

std::string season_value(CalendarDay first) {
    const char* names[] = {"SP", "SU", "FA", "WI"};
    const unsigned month = month_number(first);
    return year_text(year_number(first)) + "-" + names[month / 3 - 1];
}

}  // namespace

int year_number(CalendarDay day) {
    return static_cast<int>(civil(day).year());
}
unsigned month_number(CalendarDay day) {
    return static_cast<unsigned>(civil(day).month());
}
unsigned weekday_number(CalendarDay day) {
    return std::chrono::weekday(day).iso_encoding();
}

CalendarDay easter(std::int64_t year) {
    constexpr std::int64_t first_gregorian = 1583;
    if (year < first_gregorian) {
        // Of the Julian calendar, in which texts tell of those years (Meeus, Astronomical Algorithms, chapter 8).
        const std::int64_t d = (19 * (year % 19) + 15) % 30;
        const std::int64_t sum = d + (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7 + 114;
        return first_of(static_cast<int>(year), static_cast<unsigned>(sum / 31)) + days(sum % 31);
    }
    const std::int64_t a = year % 19;
    const std::int64_t b = year / 100;
    const std::int64_t c = year % 100;
    const std::int64_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const std::int64_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const std::int64_t m = (a + 11 * h + 22 * l) / 451;
    const std::int64_t sum = h + l - 7 * m + 114;
    return first_of(static_cast<int>(year), static_cast<unsigned>(sum / 31)) + days(sum % 31);
}

CalendarDay last_weekday(CalendarDay on_or_before, std::int64_t weekday) {
    return on_or_before - days((weekday_number(on_or_before) + 7 - weekday) % 7);
}

CalendarDay next_weekday(CalendarDay on_or_after, std::int64_t weekday) {
    return on_or_after + days((weekday + 7 - weekday_number(on_or_after)) % 7);
}

Period containing(Unit unit, CalendarDay day) {
    const int year = year_number(day);
    const unsigned month = month_number(day);
    switch (unit) {
        case Unit::Weekend: {
            const CalendarDay saturday = next_weekday(last_weekday(day, 1), 6);
            return {unit, saturday, saturday + days(1)};
        }
        case Unit::Week: {
            const CalendarDay monday = last_weekday(day, 1);
            return {unit, monday, monday + days(6)};
        }
        case Unit::Month:
            return of_months(unit, first_of(year, month));
        case Unit::Season:
            return of_months(unit, month < 3 ? first_of(year - 1, 12) : first_of(year, month / 3 * 3));
        case Unit::Quarter:
            return of_months(unit, first_of(year, (month - 1) / 3 * 3 + 1));
        case Unit::Half:
            return of_months(unit, first_of(year, month < 7 ? 1 : 7));
        case Unit::Year:
            return of_months(unit, first_of(year, 1));
        case Unit::Decade:
            return of_months(unit, first_of(static_cast<int>(floor_to(year, 10)), 1));
        case Unit::Century:
            return of_months(unit, first_of(static_cast<int>(floor_to(year, 100)), 1));
        default:
            return {Unit::Day, day, day};
    }
}

std::optional<Period> shifted(const Period& period, std::int64_t count) {
    constexpr std::int64_t far = 4'000'000;
    if (count > far || count < -far) {
        return std::nullopt;
    }
    const std::int64_t in_months = length_in_months(period.unit) * count;
    if (in_months != 0 && !in_range(year_number(period.first) + in_months / 12)) {
        return std::nullopt;
    }
    Period result = period;
    if (length_in_months(period.unit) > 0) {
        result = of_months(period.unit, months_after(period.first, in_months));
    } else {
        const days step(count * (period.unit == Unit::Day ? 1 : 7));
        result.first += step;
        result.last += step;
    }
    return in_range(year_number(result.first)) ? std::optional(result) : std::nullopt;
}

Period narrowed(const Period& period, Part part) {
    const std::int64_t length = (period.last - period.first).count() + 1;
    if (part == Part::Whole || length < 3) {
        return period;
    }
    const std::int64_t third = (length + 1) / 3;
    Period narrow = period;
    if (part != Part::End) {
        narrow.last = period.first + days(part == Part::Start ? third - 1 : length - third - 1);
    }
    if (part != Part::Start) {
        narrow.first = part == Part::End ? period.last - days(third - 1) : period.first + days(third);
    }
    return narrow;
}

std::string value_of(const Period& period) {
    const int year = year_number(period.first);
    const unsigned month = month_number(period.first);
    switch (period.unit) {
        case Unit::Weekend:
        case Unit::Week: {
            const IsoWeek week = iso_week(last_weekday(period.first, 1));
            return with(year_text(week.year), period.unit == Unit::Week ? "-W%02d" : "-W%02d-WE", week.week);
        }
        case Unit::Month:
            return with(year_text(year), "-%02u", month);
        case Unit::Season:
            return season_value(period.first);
        case Unit::Quarter:
            return with(year_text(year), "-Q%u", (month - 1) / 3 + 1);
        case Unit::Half:
            return with(year_text(year), "-H%u", month < 7 ? 1U : 2U);
        case Unit::Year:
            return year_text(year);
        case Unit::Decade:
        case Unit::Century: {
            const std::string whole = year_text(year);
            return whole.substr(0, whole.size() - (period.unit == Unit::Decade ? 1 : 2));
        }
        default:
            return with(year_text(year), "-%02u-%02u", month, static_cast<unsigned>(civil(period.first).day()));
    }
}

std::optional<CalendarDay> day_of(std::int64_t year, std::int64_t month, std::int64_t day) {
    if (!in_range(year) || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const year_month_day date = std::chrono::year(static_cast<int>(year)) /
                                std::chrono::month(static_cast<unsigned>(month)) /
                                std::chrono::day(static_cast<unsigned>(day));
    return date.ok() ? std::optional(CalendarDay(date)) : std::nullopt;
}

std::optional<Period> month_of(std::int64_t year, std::int64_t month) {
    const auto first = day_of(year, month, 1);
    return first ? std::optional(containing(Unit::Month, *first)) : std::nullopt;
}

std::optional<Period> year_of(std::int64_t year) {
    const auto first = day_of(year, 1, 1);
    return first ? std::optional(containing(Unit::Year, *first)) : std::nullopt;
}

std::optional<Period> quarter_of(std::int64_t year, std::int64_t number) {
    const auto first = day_of(year, number * 3 - 2, 1);
    return first ? std::optional(containing(Unit::Quarter, *first)) : std::nullopt;
}

std::optional<Period> half_of(std::int64_t year, std::int64_t number) {
    const auto first = day_of(year, number * 6 - 5, 1);
    return first ? std::optional(containing(Unit::Half, *first)) : std::nullopt;
}

std::optional<Period> season_of(std::int64_t year, std::int64_t number) {
    const auto first = day_of(year, number * 3, 1);
    return first ? std::optional(containing(Unit::Season, *first)) : std::nullopt;
}

std::optional<Period> week_of(std::int64_t year, std::int64_t week) {
    const auto fourth = day_of(year, 1, 4);
    if (!fourth || week < 1 || week > 53) {
        return std::nullopt;
    }
    const CalendarDay monday = last_weekday(*fourth, 1) + days(7 * (week - 1));
    return iso_week(monday).year == year ? std::optional(containing(Unit::Week, monday)) : std::nullopt;
}

}  // namespace dates
