// Choice among periods by direction.
#include "choice.h"

#include <cstdlib>

namespace dates {

namespace {

std::int64_t days_between(CalendarDay a, CalendarDay b) {
    return std::abs((a - b).count());
}

bool lies(Direction direction, const Period& candidate, const Period& reference) {
    switch (direction) {
        case Direction::Past:
            return candidate.first <= reference.last;
        case Direction::Future:
            return candidate.last >= reference.first;
        case Direction::Before:
            return candidate.last < reference.first;
        case Direction::After:
            return candidate.first > reference.last;
        default:
            return true;
    }
}

}  // namespace

std::optional<Period> choose(const std::function<std::optional<Period>(std::int64_t)>& make, std::int64_t year,
                             const Period& reference, Direction direction) {
    if (direction == Direction::Same) {
        return make(year);
    }
    // Leap days may be eight years apart.
    constexpr std::int64_t reach = 8;
    std::optional<Period> best;
    for (std::int64_t i = year - reach; i <= year + reach; ++i) {
        const std::optional<Period> candidate = make(i);
        if (!candidate || !lies(direction, *candidate, reference)) {
            continue;
        }
        const std::int64_t distance = days_between(candidate->first, reference.first);
        if (!best || distance < days_between(best->first, reference.first)) {
            best = candidate;
        }
    }
    return best;
}

CalendarDay choose_weekday(std::int64_t weekday, CalendarDay reference, Direction direction) {
    const std::chrono::days one(1);
    switch (direction) {
        case Direction::Before:
            return last_weekday(reference - one, weekday);
        case Direction::After:
            return next_weekday(reference + one, weekday);
        case Direction::Future:
        case Direction::Same:
            return next_weekday(reference, weekday);
        default:
            return last_weekday(reference, weekday);
    }
}

}  // namespace dates
