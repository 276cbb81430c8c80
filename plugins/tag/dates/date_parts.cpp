// Parts of dates.
#include "date_parts.h"

namespace dates {

std::int64_t number_in(const Reading& reading, Slot slot) {
    return reading.number(slot).value_or(0);
}

std::optional<Unit> part_of_year(const Reading& reading) {
    if (reading.has(Slot::Easter)) {
        return Unit::Day;
    }
    if (reading.has(Slot::Month)) {
        return reading.has(Slot::Day) ? Unit::Day : Unit::Month;
    }
    if (reading.has(Slot::Quarter)) {
        return Unit::Quarter;
    }
    if (reading.has(Slot::Half)) {
        return Unit::Half;
    }
    if (reading.has(Slot::Season)) {
        return Unit::Season;
    }
    return reading.has(Slot::Week) ? std::optional(Unit::Week) : std::nullopt;
}

std::optional<Period> in_year(const Reading& reading, Unit unit, std::int64_t year) {
    switch (unit) {
        case Unit::Month:
            return month_of(year, number_in(reading, Slot::Month));
        case Unit::Quarter:
            return quarter_of(year, number_in(reading, Slot::Quarter));
        case Unit::Half:
            return half_of(year, number_in(reading, Slot::Half));
        case Unit::Season:
            return season_of(year, number_in(reading, Slot::Season));
        case Unit::Week:
            return week_of(year, number_in(reading, Slot::Week));
        default: {
            if (reading.has(Slot::Easter)) {
                return containing(Unit::Day, easter(year) + std::chrono::days(number_in(reading, Slot::Easter)));
            }
            const auto day = day_of(year, number_in(reading, Slot::Month), number_in(reading, Slot::Day));
            return day ? std::optional(containing(Unit::Day, *day)) : std::nullopt;
        }
    }
}

}  // namespace dates
