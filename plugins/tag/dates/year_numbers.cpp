// Years from their digits.
#include "year_numbers.h"

#include <algorithm>
#include <cstdlib>

namespace dates {

namespace {

constexpr std::int64_t century = 100;

/// "In 431 BC war broke out. In 415 the fleet sailed."
bool goes_on_before_christ(std::int64_t year, const Reading& reading, const Situation& situation) {
    constexpr std::int64_t near = 2 * century;
    const Anchor* told = situation.focus.newest_explicit();
    return !reading.has(Slot::Era) && told != nullptr && year_number(told->period.first) <= 0 &&
           std::abs(1 - year - year_number(told->period.first)) < near;
}

}  // namespace

std::optional<std::int64_t> full_year(const Reading& reading, const Situation& situation) {
    std::int64_t year = reading.number(Slot::Year).value_or(0);
    const bool is_short = year < century && !reading.has(Slot::Era) && reading.written(Slot::Year).size() == 2;
    if (is_short) {
        const auto full = completed_year(year, reading, situation);
        if (!full) {
            return std::nullopt;
        }
        year = *full;
    } else if (year < century && reading.has(Slot::A) && reading.shaped(Slot::A, Shape::Year) != nullptr) {
        year += *reading.number(Slot::A) / century * century;
    }
    return reading.code(Slot::Era) == "BC" || goes_on_before_christ(year, reading, situation) ? 1 - year : year;
}

std::optional<std::int64_t> completed_year(std::int64_t two_digits, const Reading& reading,
                                           const Situation& situation) {
    constexpr std::int64_t ahead = 10;
    if (reading.shaped(Slot::A, Shape::Year) != nullptr) {
        const std::int64_t first = *reading.number(Slot::A);
        const std::int64_t full = first / century * century + two_digits;
        return full < first ? full + century : full;
    }
    const Anchor* told = situation.narrative ? situation.focus.newest_explicit() : nullptr;
    if (told == nullptr && !situation.reference) {
        return std::nullopt;
    }
    const std::int64_t now = year_number((told != nullptr ? told : &*situation.reference)->period.first);
    std::int64_t latest = now + (told != nullptr ? century / 2 : ahead);
    if (situation.reference) {
        latest = std::min(latest, year_number(situation.reference->period.first) + ahead);
    }
    const std::int64_t full = latest / century * century + two_digits;
    return full > latest ? full - century : full;
}

}  // namespace dates
