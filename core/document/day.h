// Days as ISO 8601.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>

namespace attache::core {

/// Days since 1970-01-01 as "YYYY-MM-DD", with a sign and at least four digits outside of the years 0 to 9999
/// (ISO 8601-2 expanded representation). Days that no calendar of 64-bit years reaches are clamped.
inline std::string iso_day(std::int64_t days) {
    constexpr std::int64_t limit = 11'000'000;  // about the years -28000 to 32000, inside what std::chrono holds
    const std::int64_t clamped = days < -limit ? -limit : days > limit ? limit : days;
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(clamped))};
    const int year = static_cast<int>(date.year());
    char text[32];
    std::snprintf(text, sizeof text, year < 0 || year > 9999 ? "%+05d-%02u-%02u" : "%04d-%02u-%02u", year,
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

}  // namespace attache::core
