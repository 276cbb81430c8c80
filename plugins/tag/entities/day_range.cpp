// Reads ISO 8601 dates.
#include "day_range.h"

#include <algorithm>
#include <charconv>

namespace entities {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

/// The next number of `digits` digits, after a hyphen unless it is the first; nothing if there is none.
std::optional<int> take(std::string_view& text, std::size_t digits, bool first) {
    if (!first && text.starts_with('-')) {
        text.remove_prefix(1);
    } else if (!first) {
        return std::nullopt;
    }
    const std::string_view number = text.substr(0, digits);
    const bool all_digits = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    int value = 0;
    if (number.size() < digits || !all_digits) {
        return std::nullopt;
    }
    std::from_chars(number.data(), number.data() + digits, value);
    text.remove_prefix(digits);
    return value;
}

}  // namespace

std::optional<DayRange> day_range(std::string_view text) {
    const std::optional<int> y = take(text, 4, true);
    if (!y) {
        return std::nullopt;
    }
    const std::optional<int> m = take(text, 2, false);
    const std::optional<int> d = m ? take(text, 2, false) : std::nullopt;
    const year_month from{year(*y), month(static_cast<unsigned>(m.value_or(1)))};
    const year_month to{year(*y), month(static_cast<unsigned>(m.value_or(12)))};
    if (!from.ok() || !to.ok()) {
        return std::nullopt;
    }
    if (d) {
        const year_month_day date = from / day(static_cast<unsigned>(*d));
        return date.ok() ? std::optional(DayRange{date, date}) : std::nullopt;
    }
    return DayRange{sys_days(from / 1), sys_days(to / std::chrono::last)};
}

}  // namespace entities
