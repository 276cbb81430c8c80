// The operations. Each either fills in a period or a value, or says why it cannot.
#include "interpreter.h"

#include <algorithm>

#include "anchoring.h"
#include "clock.h"
#include "date_meaning.h"
#include "lengths.h"
#include "shapes.h"
#include "units.h"

namespace dates {

namespace {

class Interpreter {
public:
    Interpreter(const Reading& reading, const Situation& situation, const Place& place)
        : reading_(reading), situation_(situation), place_(place), anchoring_(situation, place, answer_) {}

    Answer run() {
        answer_.mod = reading_.code(Slot::Approx);
        if (answer_.mod.empty()) {
            answer_.mod = reading_.code(Slot::Part);
        }
        switch (reading_.operation()) {
            case Operation::Date:
                interpret_date(reading_, situation_, place_, answer_);
                break;
            case Operation::Shift:
                shift();
                break;
            case Operation::Focus:
                focus();
                break;
            case Operation::Duration:
                interpret_duration(reading_, answer_);
                break;
            case Operation::Set:
                interpret_set(reading_, answer_);
                break;
            case Operation::Ref:
                answer_.value = reading_.code(Slot::Value);
                break;
            case Operation::Foreign:
                anchoring_.fail("not a date of the Gregorian calendar");
                break;
            case Operation::Unclear:
                anchoring_.fail("a year, or how many");
                break;
            case Operation::None:
                break;
        }
        if (const std::string_view type = reading_.code(Slot::Type); !type.empty()) {
            answer_.type = type;
        }
        return std::move(answer_);
    }

private:
    static constexpr std::int64_t days_in_week = 7;
    static constexpr std::int64_t saturday = 6;

    std::optional<Unit> unit() const { return unit_named(reading_.code(Slot::Unit)); }

    void shift() {
        const Unit by = unit().value_or(Unit::Day);
        if (!reading_.written(Slot::Number).empty() && reading_.shaped(Slot::Number, Shape::Decimal) != nullptr) {
            anchoring_.fail("not a whole number of units");
            return;
        }
        std::int64_t count = reading_.number(Slot::Number).value_or(1) * reading_.number(Slot::Sign).value_or(1);
        answer_.aside = count < 0 && reading_.code(Slot::Anchor) == "focus";
        Unit counted = by;
        if (by == Unit::Hour && count % 24 == 0) {
            counted = Unit::Day;
            count /= 24;
        }
        if (reading_.has(Slot::Like)) {
            if (const Anchor* compared = situation_.focus.compared(place_.sentence)) {
                anchoring_.use(*compared);
                anchoring_.settle(years_after(compared->period, count), out_of_range);
                return;
            }
        }
        constexpr int small_hours = 4 * 60;
        const bool same_night = counted == Unit::Day &&
                                (reading_.code(Slot::Daypart) == "TMO" || reading_.code(Slot::Daypart) == "TAF") &&
                                reading_.code(Slot::Direction) == "following" &&
                                situation_.focus.clock().value_or(small_hours) < small_hours;
        if (same_night && count == 1) {
            // "At 00:20 the guns fell silent. The next morning …"
            count = 0;
        }
        if (counted < Unit::Day && by_clock(count, counted)) {
            return;
        }
        const Period* anchor = shift_anchor(std::max(counted, Unit::Day));
        if (anchor == nullptr) {
            return;
        }
        if (by == Unit::Weekend && count == 0) {
            // Until the next one begins, a verb in the past speaks of the last.
            const bool past = place_.told_in(Tense::Past);
            answer_.period = containing(by, past ? last_weekday(anchor->first, saturday) : anchor->first);
            return;
        }
        if (counted == Unit::Week && anchor->unit == Unit::Day && reading_.has(Slot::Number) &&
            reading_.code(Slot::Anchor) == "focus") {
            // "two weeks later" is as precise as the day that it counts from.
            counted = Unit::Day;
            count *= days_in_week;
        }
        if (counted < Unit::Day) {
            anchoring_.fail("the time of day to count from is not known");
            return;
        }
        anchoring_.settle(shifted(containing(counted, anchor->first), count), out_of_range);
        stay_with_day_beside();
        add_time_of_day(reading_, answer_);
    }

    /// "On 28 September, eleven days later, the city fell": eleven days after the day before that.
    void stay_with_day_beside() {
        const Anchor* before = situation_.focus.day_before();
        const Anchor* day = situation_.focus.newest();
        if (!place_.in_apposition || before == nullptr || day == nullptr || !answer_.period ||
            day->period.unit != Unit::Day || answer_.period->unit != Unit::Day) {
            return;
        }
        const auto days = answer_.period->first - day->period.first;
        if (days.count() > 0 && before->period.first + days == day->period.first) {
            anchoring_.use(*before);
            answer_.period = day->period;
        }
    }

    /// "two hours later", after a time by the clock.
    bool by_clock(std::int64_t count, Unit unit) {
        constexpr std::int64_t minutes_in_hour = 60;
        constexpr std::int64_t minutes_in_day = 24 * minutes_in_hour;
        const Anchor* day = situation_.focus.within(Unit::Day);
        const auto clock = situation_.focus.clock();
        if (reading_.code(Slot::Anchor) != "focus" || unit == Unit::Second || day == nullptr || !clock) {
            return false;
        }
        const std::int64_t minute = *clock + count * (unit == Unit::Hour ? minutes_in_hour : 1);
        const std::int64_t days = (minute < 0 ? minute - minutes_in_day + 1 : minute) / minutes_in_day;
        const std::int64_t within_day = minute - days * minutes_in_day;
        anchoring_.use(*day);
        anchoring_.settle(shifted(day->period, days), out_of_range);
        add_clock_time(static_cast<std::int32_t>(within_day / minutes_in_hour),
                       static_cast<std::int32_t>(within_day % minutes_in_hour), -1, answer_);
        answer_.in_halves = situation_.focus.clock_in_halves().has_value();
        return true;
    }

    /// True for a date of news that lies ahead where a verb looks back, or whatever the verb is.
    bool is_to_come(const Anchor& anchor, bool whatever_verb) const {
        return !situation_.narrative && situation_.reference &&
               anchor.period.first > situation_.reference->period.last &&
               (whatever_verb || place_.told_in(Tense::Past));
    }

    /// The day named before the newest one, if there is one that does not lie ahead.
    const Anchor* day_behind() const {
        const Anchor* before = situation_.focus.day_before();
        return before != nullptr && !is_to_come(*before, true) ? before : nullptr;
    }

    const Period* shift_anchor(Unit unit) {
        const std::string_view from = reading_.code(Slot::Anchor);
        if (from == "focus") {
            // News looks back from the day of writing, not from a day to come: "next year … up from a year earlier".
            const Anchor* focus = situation_.focus.within(unit);
            const bool by_year = unit == Unit::Year && answer_.aside;
            if (focus != nullptr && answer_.aside && is_to_come(*focus, by_year)) {
                if (const Anchor* behind = day_behind(); unit == Unit::Day && behind != nullptr) {
                    anchoring_.use(*behind);
                    return &behind->period;
                }
                return anchoring_.reference(unit);
            }
            return anchoring_.focus_or_reference(unit);
        }
        return from == "told" ? anchoring_.told_or_reference(unit) : anchoring_.reference(unit);
    }

    /// The same month, quarter or half of another year.
    static std::optional<Period> years_after(const Period& period, std::int64_t years) {
        constexpr std::int64_t months = 12;
        constexpr std::int64_t quarters = 4;
        constexpr std::int64_t halves = 2;
        const std::int64_t in_year = period.unit == Unit::Month     ? months
                                     : period.unit == Unit::Quarter ? quarters
                                                                    : halves;
        return shifted(period, years * in_year);
    }

    void focus() {
        if (reading_.code(Slot::Unit) == "any") {
            any_in_focus();
            return;
        }
        const Unit wanted = unit().value_or(Unit::Day);
        if (wanted == Unit::Quarter) {
            quarter_in_focus();
            return;
        }
        const Anchor* anchor = situation_.focus.meant(wanted, place_.sentence);
        if (anchor != nullptr && wanted == Unit::Day && is_to_come(*anchor, false) && day_behind() != nullptr) {
            anchor = day_behind();
        }
        if (anchor != nullptr) {
            anchoring_.use(*anchor);
            answer_.period = containing(wanted, anchor->period.first);
            add_time_of_day(reading_, answer_);
        } else {
            anchoring_.fail("no date in the text before it");
        }
    }

    /// "at that time", "since then"
    void any_in_focus() {
        const Anchor* anchor = situation_.focus.meant(Unit::Century, place_.sentence);
        if (anchor != nullptr && !is_to_come(*anchor, false)) {
            anchoring_.use(*anchor);
            answer_.period = anchor->period;
        } else if (reading_.has(Slot::Value)) {
            answer_.value = reading_.code(Slot::Value);
        } else {
            anchoring_.fail("no date in the text before it");
        }
    }

    /// "sales in the quarter": the one told of, else the last one over; "the year-ago quarter": as many before it.
    void quarter_in_focus() {
        const std::int64_t quarters = reading_.number(Slot::Sign).value_or(0);
        if (const Anchor* told = situation_.focus.newest_of(Unit::Quarter)) {
            anchoring_.use(*told);
            anchoring_.settle(shifted(told->period, quarters), out_of_range);
        } else if (const Period* day = anchoring_.reference(Unit::Quarter)) {
            anchoring_.settle(shifted(containing(Unit::Quarter, day->first), quarters - 1), out_of_range);
        }
    }

    const Reading& reading_;
    const Situation& situation_;
    const Place& place_;
    Answer answer_;
    Anchoring anchoring_;
};

}  // namespace

Part part_of(std::string_view mod) {
    if (mod == "START") {
        return Part::Start;
    }
    if (mod == "MID") {
        return Part::Middle;
    }
    return mod == "END" ? Part::End : Part::Whole;
}

Answer interpret(const Reading& reading, const Situation& situation, const Place& place) {
    return Interpreter(reading, situation, place).run();
}

}  // namespace dates
