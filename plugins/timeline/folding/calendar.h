// Days and the precision of dates.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace timeline {

/// From the finest to the coarsest.
enum class Precision { Time, Day, Weekend, Week, Month, Quarter, Season, Half, Year, Decade, Century };

std::string_view name_of(Precision precision);
std::optional<Precision> precision_named(std::string_view name);

/// The precision that a TIMEX3 value states ("2024-W21" is a week); where its form says nothing, that of the shortest
/// unit as long as the interval.
Precision precision_of(std::string_view value, std::int64_t begin, std::int64_t finish);

/// True for days of the years 1 to 9998, which ISO 8601, and the day after which iCalendar, can write.
bool is_writable(std::int64_t day);

/// The day that an ISO 8601 date or time begins with; none if it is less precise or not a date.
std::optional<std::int64_t> day_in(std::string_view iso);

/// "2024-05-20" of a writable day.
std::string iso_day(std::int64_t day);

/// "20240520" of a writable day.
std::string basic_day(std::int64_t day);

}  // namespace timeline
