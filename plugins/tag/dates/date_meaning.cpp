// Dates by their parts.
#include "date_meaning.h"

#include "anchoring.h"
#include "clock.h"
#include "date_parts.h"
#include "direction.h"
#include "long_period.h"
#include "units.h"
#include "written_date.h"
#include "year_numbers.h"
#include "yearless_date.h"

namespace dates {

namespace {

class DateMeaning {
public:
    DateMeaning(const Reading& reading, const Situation& situation, const Place& place, Answer& answer)
        : reading_(reading),
          situation_(situation),
          place_(place),
          answer_(answer),
          anchoring_(situation, place, answer) {}

    void run() {
        if (reading_.has(Slot::Written)) {
            interpret_written(reading_, situation_, place_, answer_);
        } else if (is_nowadays()) {
            answer_.value = "PRESENT_REF";
        } else if (const auto days = reading_.number(Slot::Relday)) {
            if (const Period* day = anchoring_.reference(Unit::Day)) {
                anchoring_.settle(shifted(*day, *days), out_of_range);
            }
        } else if (reading_.has(Slot::Decade) || reading_.has(Slot::Century)) {
            interpret_long_period(reading_, situation_, place_, answer_);
        } else if (reading_.has(Slot::Year)) {
            with_year();
        } else if (reading_.has(Slot::Weekday) && !reading_.has(Slot::Month) && !reading_.has(Slot::Day)) {
            by_weekday();
        } else if (const auto unit = part_of_year(reading_)) {
            interpret_without_year(reading_, *unit, situation_, place_, answer_);
        } else if (reading_.has(Slot::Day)) {
            day_of_month();
        } else {
            day_in_focus();
        }
        narrow_to_week();
        if (reading_.code(Slot::Ampm) == "unclear" && reading_.number(Slot::Hour).value_or(0) <= 12) {
            answer_.type = "TIME";
            anchoring_.fail("morning or afternoon is not said");
        }
        add_time_of_day(reading_, answer_);
        go_on_in_afternoon();
    }

private:
    /// "at 6:34", after 3:25 p.m. of that day: in twelve hours again.
    void go_on_in_afternoon() {
        constexpr int half_day = 12 * 60;
        const Anchor* day = situation_.focus.within(Unit::Day);
        const auto told = situation_.focus.clock_in_halves();
        const bool bare = reading_.has(Slot::Clock) && !reading_.has(Slot::Ampm) && !reading_.has(Slot::B) &&
                          reading_.written(Slot::Clock).front() != '0';
        if (!bare || !told || !answer_.minute_of_day || day == nullptr || !answer_.period ||
            answer_.period->first != day->period.first) {
            return;
        }
        const int minute = *answer_.minute_of_day;
        if (*told >= half_day && minute < half_day && minute < *told && minute + half_day > *told) {
            const int later = minute + half_day;
            add_clock_time(later / 60, later % 60, reading_.atom(Slot::Clock)->numbers.second, answer_);
            answer_.in_halves = true;
        }
    }

    /// "the second week of March", "the last Sunday of March", "the week of 3 June".
    void narrow_to_week() {
        if (!answer_.period) {
            return;
        }
        constexpr std::chrono::days middle(3);
        const auto week = reading_.number(Slot::Week);
        const auto weekday = reading_.number(Slot::Weekday);
        if (week && weekday && answer_.period->unit == Unit::Month) {
            const CalendarDay day =
                *week < 0 ? last_weekday(answer_.period->last, *weekday)
                          : next_weekday(answer_.period->first, *weekday) + std::chrono::days(7 * (*week - 1));
            const bool inside = day >= answer_.period->first && day <= answer_.period->last;
            anchoring_.settle(inside ? std::optional(containing(Unit::Day, day)) : std::nullopt, no_such_day);
        } else if (week && answer_.period->unit == Unit::Month) {
            const CalendarDay day = *week < 0 ? answer_.period->last - middle
                                              : answer_.period->first + std::chrono::days(7 * (*week - 1)) + middle;
            answer_.period = containing(Unit::Week, day);
        } else if (const auto wanted = unit_named(reading_.code(Slot::Unit))) {
            answer_.period = containing(*wanted, answer_.period->first);
        }
    }

    /// A narrative's "today" is the reader's.
    bool is_nowadays() const {
        const bool bare = !reading_.has(Slot::Daypart) && !reading_.has(Slot::Clock) && !reading_.has(Slot::Hour);
        return situation_.narrative && bare && reading_.number(Slot::Relday) == 0 &&
               !reading_.written(Slot::Relday).empty();
    }

    void with_year() {
        const auto known = full_year(reading_, situation_);
        if (!known) {
            anchoring_.fail(no_century);
            return;
        }
        const std::int64_t year = *known;
        answer_.explicit_year = true;
        if (reading_.has(Slot::Day)) {
            const auto day = day_of(year, number_in(reading_, Slot::Month), number_in(reading_, Slot::Day));
            anchoring_.settle(day ? std::optional(containing(Unit::Day, *day)) : std::nullopt, no_such_day);
        } else if (const auto unit = part_of_year(reading_)) {
            anchoring_.settle(in_year(reading_, *unit, year), *unit == Unit::Week ? no_such_week : out_of_range);
        } else {
            anchoring_.settle(year_of(year), out_of_range);
        }
    }

    /// True where even a narrative has come to the days of its publication.
    bool is_near_reference(const Anchor& told) const {
        constexpr std::chrono::days near(60);
        return situation_.reference && situation_.reference->period.unit == Unit::Day &&
               std::chrono::abs(situation_.reference->period.first - told.period.first) < near;
    }

    void by_weekday() {
        const std::int64_t weekday = number_in(reading_, Slot::Weekday);
        const Anchor* told = situation_.narrative ? situation_.focus.within(Unit::Day) : nullptr;
        if (told != nullptr && !is_near_reference(*told)) {
            anchoring_.use(*told);
            answer_.period = containing(Unit::Day, next_weekday(told->period.first, weekday));
            return;
        }
        const Period* day = anchoring_.reference(Unit::Day);
        if (day == nullptr) {
            return;
        }
        const Tense tense = place_.tense ? place_.tense() : Tense::Unknown;
        Direction wanted = direction_of(reading_, place_);
        if (wanted == Direction::Same && tense == Tense::Past) {
            wanted = Direction::Past;
        } else if (wanted == Direction::Nearest && tense == Tense::Present) {
            // "The vote is on Thursday."
            wanted = Direction::Future;
        }
        CalendarDay found = choose_weekday(weekday, day->first, wanted);
        if (reading_.code(Slot::Direction) == "next" && found == day->first + std::chrono::days(1)) {
            // "next Thursday", said on a Wednesday, is not tomorrow.
            found = choose_weekday(weekday, found, wanted);
        }
        answer_.period = containing(Unit::Day, found);
    }

    /// "the 17th": of the month in focus, or of the next one if that day is long past.
    void day_of_month() {
        constexpr std::chrono::days long_past(7);
        const Period* from = anchoring_.focus_or_reference(Unit::Month);
        if (from == nullptr) {
            return;
        }
        const std::int64_t number = number_in(reading_, Slot::Day);
        const Period month = containing(Unit::Month, from->first);
        const auto in = [&](const Period& of) {
            const auto day = day_of(year_number(of.first), month_number(of.first), number);
            return day ? std::optional(containing(Unit::Day, *day)) : std::nullopt;
        };
        std::optional<Period> found = in(month);
        const bool over = !found || (from->unit == Unit::Day && found->first + long_past < from->first);
        if (over) {
            const std::optional<Period> next = shifted(month, 1);
            found = next ? in(*next) : std::nullopt;
        }
        anchoring_.settle(found, no_such_day);
    }

    /// The day that a bare time of day belongs to.
    void day_in_focus() {
        if (reading_.code(Slot::Direction) == "ended" && !situation_.narrative && place_.tense &&
            place_.tense() != Tense::Future) {
            // "overnight": the night that is over
            answer_.aside = true;
            if (const Period* day = anchoring_.reference(Unit::Day)) {
                anchoring_.settle(shifted(*day, -1), out_of_range);
            }
            return;
        }
        if (place_.day_in_sentence) {
            answer_.period = containing(Unit::Day, *place_.day_in_sentence);
            answer_.anchor = "text " + value_of(*answer_.period);
            return;
        }
        const bool by_clock = reading_.has(Slot::Clock) || reading_.has(Slot::Hour) ||
                              reading_.code(Slot::Daypart).starts_with("T0") ||
                              reading_.code(Slot::Daypart).starts_with("T2");
        if (const Anchor* near = situation_.focus.day_near(place_.sentence);
            near != nullptr && by_clock && !is_still_to_come(near->period) && !is_over(near->period)) {
            anchoring_.use(*near);
            answer_.period = near->period;
            go_past_midnight();
            return;
        }
        const bool told = situation_.narrative || !situation_.reference;
        if (const Period* day = told ? anchoring_.focus_or_reference(Unit::Day) : anchoring_.reference(Unit::Day)) {
            answer_.period = *day;
            go_past_midnight();
        } else if (by_clock) {
            add_time_of_day(reading_, answer_);
            answer_.value = answer_.time;
        }
    }

    /// True for a day after the publication where a verb looks back.
    bool is_still_to_come(const Period& day) const {
        return situation_.reference && day.first > situation_.reference->period.last && place_.told_in(Tense::Past);
    }

    /// True for a day before the publication where a verb looks ahead.
    bool is_over(const Period& day) const {
        return situation_.reference && day.last < situation_.reference->period.first && !situation_.narrative &&
               place_.told_in(Tense::Future);
    }

    /// "At 00:20", after 23:25 or a night: on the day after.
    void go_past_midnight() {
        constexpr int evening = 18 * 60;
        constexpr int small_hours = 6;
        const int told = situation_.focus.clock().value_or(0);
        const bool midnight = reading_.code(Slot::Daypart) == "T00:00";
        const bool late = situation_.focus.is_night() || told >= (midnight ? small_hours * 60 : evening);
        const Atom* clock = reading_.atom(Slot::Clock);
        const int hour = clock != nullptr ? clock->numbers.hour : reading_.number(Slot::Hour).value_or(small_hours);
        const bool early = midnight || (hour < small_hours && reading_.code(Slot::Ampm) != "PM");
        if (late && early) {
            anchoring_.settle(shifted(*answer_.period, 1), out_of_range);
        }
    }

    const Reading& reading_;
    const Situation& situation_;
    const Place& place_;
    Answer& answer_;
    Anchoring anchoring_;
};

}  // namespace

void interpret_date(const Reading& reading, const Situation& situation, const Place& place, Answer& answer) {
    DateMeaning(reading, situation, place, answer).run();
}

}  // namespace dates
