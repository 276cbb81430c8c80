// Calendar arithmetic: days, and the weeks, months, quarters and so on that hold them, in the Gregorian calendar.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace dates {

using CalendarDay = std::chrono::sys_days;

/// From short to long.
enum class Unit : std::uint8_t {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
};

/// Years that values are made for; beyond them a date stays unresolved.
constexpr int first_year = -4000;
constexpr int last_year = 9999;

/// Which third of a period is meant.
enum class Part : std::uint8_t { Whole, Start, Middle, End };

/// A stretch of the calendar: a day, an ISO week, a month … from its first to its last day.
struct Period {
    Unit unit = Unit::Day;
    CalendarDay first;
    CalendarDay last;

    friend bool operator==(const Period&, const Period&) = default;
};

/// The period of this unit (a day or longer) that holds `day`. Seasons are those of the north: winter begins in
/// December. Centuries are those of the digits, as in TIMEX3: the 20th is 1900 to 1999.
Period containing(Unit unit, CalendarDay day);

/// The `count`th period after, or before if negative. Empty if that leaves the years that values are made for.
std::optional<Period> shifted(const Period& period, std::int64_t count);

/// First to last third of the days; a period under three days stays whole.
Period narrowed(const Period& period, Part part);

/// TIMEX3 value: "2024-05-20", "2024-W21", "2024-W21-WE", "2024-05", "2024-SP", "2024-Q2", "2024-H1", "2024", "202",
/// "20"; years before Christ as "BC0044".
std::string value_of(const Period& period);

/// Empty if there is no such day (30 February) or the year is out of range.
std::optional<CalendarDay> day_of(std::int64_t year, std::int64_t month, std::int64_t day);

/// The month; empty if there is no such month or the year is out of range.
std::optional<Period> month_of(std::int64_t year, std::int64_t month);
std::optional<Period> year_of(std::int64_t year);
/// `number` from 1: quarter of four, half of two, season of four from spring.
std::optional<Period> quarter_of(std::int64_t year, std::int64_t number);
std::optional<Period> half_of(std::int64_t year, std::int64_t number);
std::optional<Period> season_of(std::int64_t year, std::int64_t number);
/// ISO week; empty if the year has no such week.
std::optional<Period> week_of(std::int64_t year, std::int64_t week);

/// Easter Sunday of the western churches (Meeus, Jones and Butcher).
CalendarDay easter(std::int64_t year);

int year_number(CalendarDay day);
unsigned month_number(CalendarDay day);

/// ISO number: Monday is 1.
unsigned weekday_number(CalendarDay day);
CalendarDay last_weekday(CalendarDay on_or_before, std::int64_t weekday);
CalendarDay next_weekday(CalendarDay on_or_after, std::int64_t weekday);

}  // namespace dates
