// Dates of digits.
#include "written_date.h"

#include <utility>

#include "anchoring.h"
#include "clock.h"
#include "year_numbers.h"

namespace dates {

void interpret_written(const Reading& reading, const Situation& situation, const Place& place, Answer& answer) {
    Anchoring anchoring(situation, place, answer);
    const Numbers& numbers = reading.atom(Slot::Written)->numbers;
    answer.explicit_year = true;
    if (reading.shaped(Slot::Written, Shape::IsoMonth) != nullptr) {
        anchoring.settle(month_of(numbers.year, numbers.month), out_of_range);
        return;
    }
    if (reading.shaped(Slot::Written, Shape::IsoWeek) != nullptr) {
        anchoring.settle(week_of(numbers.year, numbers.number), no_such_week);
        return;
    }
    std::int64_t month = numbers.month;
    std::int64_t day = numbers.day;
    const auto year = numbers.year < 100 ? completed_year(numbers.year, reading, situation)
                                         : std::optional<std::int64_t>(numbers.year);
    if (!year) {
        anchoring.fail(no_century);
        return;
    }
    if (reading.shaped(Slot::Written, Shape::SlashedDay) != nullptr && month != day) {
        const bool unclear = situation.slashed == SlashedOrder::Unknown && month <= 12 && day <= 12;
        if (unclear) {
            anchoring.fail("day and month cannot be told apart");
            return;
        }
        const bool swap = month > 12 || (situation.slashed == SlashedOrder::DayMonth && day <= 12);
        if (swap) {
            std::swap(month, day);
        }
    }
    const auto found = day_of(*year, month, day);
    anchoring.settle(found ? std::optional(containing(Unit::Day, *found)) : std::nullopt, no_such_day);
    if (numbers.hour >= 0) {
        add_clock_time(numbers.hour, numbers.minute, -1, answer);
    }
}

}  // namespace dates
