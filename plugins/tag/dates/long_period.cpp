// Decades and centuries by their digits or names.
#include "long_period.h"

#include "anchoring.h"
#include "date_parts.h"
#include "year_numbers.h"

namespace dates {

void interpret_long_period(const Reading& reading, const Situation& situation, const Place& place, Answer& answer) {
    Anchoring anchoring(situation, place, answer);
    if (const auto century = reading.number(Slot::Century)) {
        const bool before_christ = reading.code(Slot::Era) == "BC";
        if (before_christ) {
            answer.value = *century <= 10 ? "BC0" : "BC";
            answer.value += std::to_string(*century - 1);
            return;
        }
        const auto year = year_of(static_cast<std::int64_t>(*century - 1) * 100);
        anchoring.settle(year ? std::optional(containing(Unit::Century, year->first)) : std::nullopt, out_of_range);
        return;
    }
    const Atom* written = reading.shaped(Slot::Decade, Shape::Decade);
    std::int64_t year = written != nullptr ? written->numbers.year : number_in(reading, Slot::Decade);
    if (year < 100 && year <= 20 && !situation.narrative) {
        // "the 20s" are two decades.
        anchoring.fail(no_century);
        return;
    }
    year += year < 100 ? 1900 : 0;
    // "the 1800s" are a hundred years.
    constexpr std::int64_t century = 100;
    const Unit unit = year % century == 0 && year < 1900 ? Unit::Century : Unit::Decade;
    const auto first = year_of(year);
    anchoring.settle(first ? std::optional(containing(unit, first->first)) : std::nullopt, out_of_range);
}

}  // namespace dates
