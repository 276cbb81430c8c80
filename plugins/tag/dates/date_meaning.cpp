// Dates by their parts.
#include "date_meaning.h"

#include <utility>

#include "anchoring.h"
#include "choice.h"
#include "clock.h"
#include "shapes.h"
#include "units.h"

namespace dates {

namespace {

constexpr const char* no_century = "the century is not said";
constexpr const char* no_such_week = "no such week in the calendar";

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
            from_written();
        } else if (is_nowadays()) {
            answer_.value = "PRESENT_REF";
        } else if (const auto days = reading_.number(Slot::Relday)) {
            if (const Period* day = anchoring_.reference(Unit::Day)) {
                anchoring_.settle(shifted(*day, *days), out_of_range);
            }
        } else if (reading_.has(Slot::Decade) || reading_.has(Slot::Century)) {
            long_period();
        } else if (reading_.has(Slot::Year)) {
            with_year();
        } else if (reading_.has(Slot::Weekday) && !reading_.has(Slot::Month)) {
            by_weekday();
        } else if (const auto unit = part_of_year()) {
            without_year(*unit);
        } else {
            day_in_focus();
        }
        narrow_to_week();
        if (reading_.code(Slot::Ampm) == "unclear" && reading_.number(Slot::Hour).value_or(0) <= 12) {
            answer_.type = "TIME";
            anchoring_.fail("morning or afternoon is not said");
        }
        add_time_of_day(reading_, answer_);
    }

private:
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

    /// Empty if it is a year of two digits in no known century.
    std::optional<std::int64_t> full_year() {
        std::int64_t year = reading_.number(Slot::Year).value_or(0);
        const bool is_short = year < 100 && !reading_.has(Slot::Era) && reading_.written(Slot::Year).size() == 2;
        if (is_short) {
            const auto full = completed(year);
            if (!full) {
                return std::nullopt;
            }
            year = *full;
        } else if (year < 100 && reading_.has(Slot::A) && reading_.shaped(Slot::A, Shape::Year) != nullptr) {
            year += *reading_.number(Slot::A) / 100 * 100;
        }
        return reading_.code(Slot::Era) == "BC" ? 1 - year : year;
    }

    /// "24" as 2024: by the century of "2019" in "2019-24", else nearest to the year that a narrative has come to, else
    /// at most ten years after the reference.
    std::optional<std::int64_t> completed(std::int64_t year) const {
        constexpr std::int64_t century = 100;
        constexpr std::int64_t ahead = 10;
        if (reading_.shaped(Slot::A, Shape::Year) != nullptr) {
            const std::int64_t first = *reading_.number(Slot::A);
            const std::int64_t full = first / century * century + year;
            return full < first ? full + century : full;
        }
        const Anchor* told = situation_.narrative ? situation_.focus.newest_explicit() : nullptr;
        if (told == nullptr && !situation_.reference) {
            return std::nullopt;
        }
        const std::int64_t now = year_number((told != nullptr ? told : &*situation_.reference)->period.first);
        const std::int64_t latest = now + (told != nullptr ? century / 2 : ahead);
        const std::int64_t full = latest / century * century + year;
        return full > latest ? full - century : full;
    }

    void with_year() {
        const auto known = full_year();
        if (!known) {
            anchoring_.fail(no_century);
            return;
        }
        const std::int64_t year = *known;
        answer_.explicit_year = true;
        if (reading_.has(Slot::Day)) {
            const auto day = day_of(year, number(Slot::Month), number(Slot::Day));
            anchoring_.settle(day ? std::optional(containing(Unit::Day, *day)) : std::nullopt, no_such_day);
        } else if (const auto unit = part_of_year()) {
            anchoring_.settle(in_year(*unit, year), *unit == Unit::Week ? no_such_week : out_of_range);
        } else {
            anchoring_.settle(year_of(year), out_of_range);
        }
    }

    std::int64_t number(Slot slot) const { return reading_.number(slot).value_or(0); }

    /// The unit that the slots name within a year.
    std::optional<Unit> part_of_year() const {
        if (reading_.has(Slot::Easter)) {
            return Unit::Day;
        }
        if (reading_.has(Slot::Month)) {
            return reading_.has(Slot::Day) ? Unit::Day : Unit::Month;
        }
        if (reading_.has(Slot::Quarter)) {
            return Unit::Quarter;
        }
        if (reading_.has(Slot::Half)) {
            return Unit::Half;
        }
        if (reading_.has(Slot::Season)) {
            return Unit::Season;
        }
        return reading_.has(Slot::Week) ? std::optional(Unit::Week) : std::nullopt;
    }

    std::optional<Period> in_year(Unit unit, std::int64_t year) const {
        switch (unit) {
            case Unit::Month:
                return month_of(year, number(Slot::Month));
            case Unit::Quarter:
                return quarter_of(year, number(Slot::Quarter));
            case Unit::Half:
                return half_of(year, number(Slot::Half));
            case Unit::Season:
                return season_of(year, number(Slot::Season));
            case Unit::Week:
                return week_of(year, number(Slot::Week));
            default: {
                if (reading_.has(Slot::Easter)) {
                    return containing(Unit::Day, easter(year) + std::chrono::days(number(Slot::Easter)));
                }
                const auto day = day_of(year, number(Slot::Month), number(Slot::Day));
                return day ? std::optional(containing(Unit::Day, *day)) : std::nullopt;
            }
        }
    }

    Direction direction() const {
        const std::string_view given = reading_.code(Slot::Direction);
        if (given == "last") {
            return Direction::Before;
        }
        if (given == "next") {
            return Direction::After;
        }
        if (given == "this") {
            return Direction::Same;
        }
        if (given == "since") {
            return Direction::Past;
        }
        if (given == "by") {
            return place_.tense() == Tense::Past ? Direction::Past : Direction::Future;
        }
        if (given == "ended") {
            return place_.tense() == Tense::Future ? Direction::Future : Direction::Before;
        }
        switch (place_.tense()) {
            case Tense::Past:
                return Direction::Past;
            case Tense::Future:
                return Direction::Future;
            case Tense::Unknown:
                break;
        }
        return Direction::Nearest;
    }

    void without_year(Unit unit) {
        // 2000 is a leap year: what does not exist in it never does.
        if (!in_year(unit, 2000)) {
            anchoring_.fail(no_such_day);
            return;
        }
        const std::string_view given = reading_.code(Slot::Direction);
        if (given == "focusyear") {
            in_year_of_focus(unit);
            return;
        }
        if (given == "following" || given == "previous") {
            beside_focus(unit, given == "following" ? Direction::After : Direction::Before);
            return;
        }
        const Anchor* told = given.empty() || given == "since" || given == "ended" ? anchoring_.told_year() : nullptr;
        if (told != nullptr) {
            follow(*told, unit);
            return;
        }
        const Period* from = anchoring_.reference(unit == Unit::Day ? Unit::Month : unit);
        if (from == nullptr) {
            return;
        }
        std::int64_t base = year_number(from->first);
        Direction wanted = direction();
        if (given == "lastyear") {
            wanted = Direction::Same;
            --base;
        }
        const bool ended = wanted == Direction::Past && (unit == Unit::Quarter || unit == Unit::Half);
        wanted = ended ? Direction::Before : wanted;
        std::optional<Period> found = on_its_weekday(unit, base, *from);
        anchoring_.settle(found ? found : in_some_year(unit, base, *from, wanted), no_such_day);
    }

    /// "May of that year", "May of the following year".
    void in_year_of_focus(Unit unit) {
        const Anchor* focus = situation_.focus.within(Unit::Year);
        if (focus == nullptr) {
            anchoring_.fail("no year in the text before it");
            return;
        }
        anchoring_.use(*focus);
        const std::int64_t year = year_number(focus->period.first) + number(Slot::Sign);
        if (unit == Unit::Season && focus->period.unit <= Unit::Month) {
            // "that winter", told in January
            const std::optional<Period> last = in_year(unit, year - 1);
            if (last && last->last >= focus->period.first) {
                answer_.period = last;
                return;
            }
        }
        anchoring_.settle(in_year(unit, year), no_such_day);
    }

    /// "the following spring"
    void beside_focus(Unit unit, Direction wanted) {
        const Period* focus = anchoring_.focus_or_reference(Unit::Year);
        if (focus == nullptr) {
            return;
        }
        const auto make = [&](std::int64_t year) { return in_year(unit, year); };
        // The winter before 1615 ends in it.
        const Period before =
            containing(Unit::Day, focus->first + std::chrono::days(wanted == Direction::Before ? -1 : 0));
        const std::int64_t year = year_number(focus->first);
        anchoring_.settle(wanted == Direction::Before ? choose(make, year, before, Direction::Past)
                                                      : choose(make, year, *focus, wanted),
                          no_such_day);
    }

    /// "Friday, March 29": the weekday tells the year.
    std::optional<Period> on_its_weekday(Unit unit, std::int64_t base, const Period& from) const {
        if (unit != Unit::Day || !reading_.has(Slot::Weekday)) {
            return std::nullopt;
        }
        const auto make = [&](std::int64_t year) {
            std::optional<Period> day = in_year(unit, year);
            const bool fits = day && std::chrono::weekday(day->first).iso_encoding() == number(Slot::Weekday);
            return fits ? day : std::nullopt;
        };
        constexpr std::chrono::days near(300);
        const std::optional<Period> nearest = choose(make, base, from, Direction::Nearest);
        const Direction wanted = direction();
        const bool sided = wanted == Direction::Past || wanted == Direction::Future;
        if (!nearest || !sided || std::chrono::abs(nearest->first - from.first) < near) {
            return nearest;
        }
        return choose(make, base, from, wanted);
    }

    /// A verb in the past does not put a day into the past that stands beside one ahead, or that would then lie most of
    /// a year back and otherwise lies just ahead: a date so old would be given with its year.
    std::optional<Period> in_some_year(Unit unit, std::int64_t base, const Period& from, Direction wanted) const {
        constexpr std::chrono::days far_back(240);
        constexpr std::chrono::days just_ahead(120);
        const auto make = [&](std::int64_t year) { return in_year(unit, year); };
        std::optional<Period> found = choose(make, base, from, wanted);
        const bool by_tense = reading_.code(Slot::Direction).empty() && unit == Unit::Day;
        if (!found || !by_tense) {
            return found;
        }
        if (wanted == Direction::Future) {
            // "had been due to meet on May 15", read in June
            const std::optional<Period> last = choose(make, base, from, Direction::Past);
            const bool over = last && found->first - from.first > far_back && from.first - last->first < just_ahead;
            return over ? last : found;
        }
        if (place_.day_in_sentence && *place_.day_in_sentence > from.last) {
            return choose(make, base, from, Direction::Future);
        }
        const std::optional<Period> next = choose(make, base, from, Direction::Future);
        const bool ahead = next && from.first - found->first > far_back && next->first - from.first < just_ahead;
        return ahead ? next : found;
    }

    /// A date without a year after one with a year: the same year, or the next where the months start anew.
    void follow(const Anchor& told, Unit unit) {
        constexpr std::int64_t turn = 7;
        // A winter is told of as its second year.
        const std::int64_t year = year_number(told.period.unit == Unit::Season ? told.period.last : told.period.first);
        std::optional<Period> found = in_year(unit, year);
        const bool precise = told.period.unit <= Unit::Month;
        if (found && precise && month_number(told.period.first) >= month_number(found->first) + turn) {
            found = in_year(unit, year + 1);
        }
        anchoring_.use(told);
        anchoring_.settle(found, no_such_day);
    }

    /// True where even a narrative has come to the days of its publication.
    bool is_near_reference(const Anchor& told) const {
        constexpr std::chrono::days near(60);
        return situation_.reference && situation_.reference->period.unit == Unit::Day &&
               std::chrono::abs(situation_.reference->period.first - told.period.first) < near;
    }

    void by_weekday() {
        const std::int64_t weekday = number(Slot::Weekday);
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
        const bool looks_back = direction() == Direction::Same && place_.tense() == Tense::Past;
        const CalendarDay found = choose_weekday(weekday, day->first, looks_back ? Direction::Past : direction());
        answer_.period = containing(Unit::Day, found);
    }

    void long_period() {
        if (const auto century = reading_.number(Slot::Century)) {
            const bool before_christ = reading_.code(Slot::Era) == "BC";
            if (before_christ) {
                answer_.value = *century <= 10 ? "BC0" : "BC";
                answer_.value += std::to_string(*century - 1);
                return;
            }
            const auto year = year_of(static_cast<std::int64_t>(*century - 1) * 100);
            anchoring_.settle(year ? std::optional(containing(Unit::Century, year->first)) : std::nullopt,
                              out_of_range);
            return;
        }
        const Atom* written = reading_.shaped(Slot::Decade, Shape::Decade);
        std::int64_t year = written != nullptr ? written->numbers.year : number(Slot::Decade);
        if (year < 100 && year <= 20 && !situation_.narrative) {
            // "the 20s" are two decades.
            anchoring_.fail(no_century);
            return;
        }
        year += year < 100 ? 1900 : 0;
        // "the 1800s" are a hundred years.
        constexpr std::int64_t century = 100;
        const Unit unit = year % century == 0 && year < 1900 ? Unit::Century : Unit::Decade;
        const auto first = year_of(year);
        anchoring_.settle(first ? std::optional(containing(unit, first->first)) : std::nullopt, out_of_range);
    }

    void from_written() {
        const Numbers& numbers = reading_.atom(Slot::Written)->numbers;
        answer_.explicit_year = true;
        if (reading_.shaped(Slot::Written, Shape::IsoMonth) != nullptr) {
            anchoring_.settle(month_of(numbers.year, numbers.month), out_of_range);
            return;
        }
        if (reading_.shaped(Slot::Written, Shape::IsoWeek) != nullptr) {
            anchoring_.settle(week_of(numbers.year, numbers.number), no_such_week);
            return;
        }
        std::int64_t month = numbers.month;
        std::int64_t day = numbers.day;
        const auto year = numbers.year < 100 ? completed(numbers.year) : std::optional<std::int64_t>(numbers.year);
        if (!year) {
            anchoring_.fail(no_century);
            return;
        }
        if (reading_.shaped(Slot::Written, Shape::SlashedDay) != nullptr && month != day) {
            const bool unclear = situation_.slashed == SlashedOrder::Unknown && month <= 12 && day <= 12;
            if (unclear) {
                anchoring_.fail("day and month cannot be told apart");
                return;
            }
            const bool swap = month > 12 || (situation_.slashed == SlashedOrder::DayMonth && day <= 12);
            if (swap) {
                std::swap(month, day);
            }
        }
        const auto found = day_of(*year, month, day);
        anchoring_.settle(found ? std::optional(containing(Unit::Day, *found)) : std::nullopt, no_such_day);
        if (numbers.hour >= 0) {
            add_clock_time(numbers.hour, numbers.minute, -1, answer_);
        }
    }

    /// The day that a bare time of day belongs to.
    void day_in_focus() {
        if (place_.day_in_sentence) {
            answer_.period = containing(Unit::Day, *place_.day_in_sentence);
            answer_.anchor = "text " + value_of(*answer_.period);
            return;
        }
        const bool told = situation_.narrative || !situation_.reference;
        if (const Period* day = told ? anchoring_.focus_or_reference(Unit::Day) : anchoring_.reference(Unit::Day)) {
            answer_.period = *day;
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
