// The operations. Each either fills in a period or a value, or says why it cannot.
#include "interpreter.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

#include "shapes.hpp"

namespace dates {

namespace {

constexpr const char* no_such_day = "no such day in the calendar";
constexpr const char* out_of_range = "out of the range of years";

enum class Direction : std::uint8_t {
    Nearest,
    Past,    ///< at the reference or before
    Future,  ///< at the reference or after
    Before,  ///< wholly before
    After,   ///< wholly after
    Same,    ///< in the same year or week
};

std::optional<Unit> unit_named(std::string_view name) {
    constexpr std::array<std::string_view, 13> names = {"second",  "minute", "hour", "day",  "weekend", "week", "month",
                                                        "season", "quarter", "half", "year", "decade",  "century"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            return static_cast<Unit>(i);
        }
    }
    return std::nullopt;
}

/// "P3Y" from "3" and years.
std::string duration_value(std::string_view number, Unit unit) {
    constexpr std::array<std::string_view, 13> letters = {"S", "M",  "H", "D", "WE", "W", "M",
                                                          "M", "Q", "H", "Y", "DE", "CE"};
    std::string value = unit <= Unit::Hour ? "PT" : "P";
    value += number;
    value += letters[static_cast<std::size_t>(unit)];
    return value;
}

std::int64_t days_between(CalendarDay a, CalendarDay b) { return std::abs((a - b).count()); }

/// Of the periods that `make` gives for neighbouring counts from `base`, the one meant.
template <class Make>
std::optional<Period> choose(const Make& make, std::int64_t base, const Period& reference, Direction direction) {
    std::optional<Period> best;
    if (direction == Direction::Same) {
        return make(base);
    }
    // Leap days may be eight years apart.
    for (std::int64_t i = base - 8; i <= base + 8; ++i) {
        const std::optional<Period> candidate = make(i);
        if (!candidate) {
            continue;
        }
        const bool fits = direction == Direction::Nearest ||
                          (direction == Direction::Past && candidate->first <= reference.last) ||
                          (direction == Direction::Future && candidate->last >= reference.first) ||
                          (direction == Direction::Before && candidate->last < reference.first) ||
                          (direction == Direction::After && candidate->first > reference.last);
        const bool nearer = !best || days_between(candidate->first, reference.first) <
                                         days_between(best->first, reference.first);
        if (fits && nearer) {
            best = candidate;
        }
    }
    return best;
}

class Interpreter {
public:
    Interpreter(const Reading& reading, const Situation& situation, const Place& place)
        : reading_(reading), situation_(situation), place_(place) {}

    Answer run() {
        answer_.mod = reading_.code(Slot::Approx);
        if (answer_.mod.empty()) {
            answer_.mod = reading_.code(Slot::Part);
        }
        switch (reading_.operation()) {
            case Operation::Date:
                date();
                break;
            case Operation::Shift:
                shift();
                break;
            case Operation::Focus:
                focus();
                break;
            case Operation::Duration:
                duration();
                break;
            case Operation::Set:
                set();
                break;
            case Operation::Ref:
                answer_.value = reading_.code(Slot::Value);
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
    // ---- anchors

    void fail(std::string_view why) {
        answer_.period.reset();
        answer_.value.clear();
        answer_.unresolved = why;
    }

    /// The reference if it is at least as precise as `unit`; else says so.
    const Period* reference(Unit unit) {
        if (!situation_.reference) {
            fail(situation_.no_reference);
            return nullptr;
        }
        if (situation_.reference->period.unit > unit && situation_.reference->period.unit != Unit::Day) {
            fail(situation_.reference->period.unit == Unit::Year ? "the publication date is known to the year only"
                                                                 : "the publication date is known to the month only");
            return nullptr;
        }
        answer_.anchor = situation_.reference->name;
        return &situation_.reference->period;
    }

    /// The date in focus that is as precise as `unit`, or else the reference.
    const Period* focus_or_reference(Unit unit) {
        if (const Anchor* anchor = situation_.focus.within(unit)) {
            answer_.anchor = anchor->name;
            return &anchor->period;
        }
        return reference(unit);
    }

    /// The year that a date without one takes over from the text before it; null where news style holds.
    const Anchor* told_year() const {
        const Anchor* told = situation_.focus.newest_explicit();
        if (told == nullptr || situation_.narrative || !situation_.reference) {
            return told;
        }
        const bool old = year_number(told->period.first) < year_number(situation_.reference->period.first) - 1;
        return old && situation_.focus.explicit_paragraph() == place_.paragraph ? told : nullptr;
    }

    void settle(const std::optional<Period>& period, const char* otherwise) {
        if (period) {
            answer_.period = period;
        } else {
            fail(otherwise);
        }
    }

    // ---- date

    void date() {
        if (reading_.has(Slot::Written)) {
            from_written();
        } else if (const auto days = reading_.number(Slot::Relday)) {
            if (const Period* day = reference(Unit::Day)) {
                settle(shifted(*day, *days), out_of_range);
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
        time_of_day();
    }

    /// "the second week of March", "the week of 3 June".
    void narrow_to_week() {
        if (!answer_.period) {
            return;
        }
        constexpr std::chrono::days middle(3);
        const auto week = reading_.number(Slot::Week);
        if (week && answer_.period->unit == Unit::Month) {
            const CalendarDay day = *week < 0 ? answer_.period->last - middle
                                              : answer_.period->first + std::chrono::days(7 * (*week - 1)) + middle;
            answer_.period = containing(Unit::Week, day);
        } else if (const auto wanted = unit()) {
            answer_.period = containing(*wanted, answer_.period->first);
        }
    }

    std::int64_t full_year() {
        std::int64_t year = reading_.number(Slot::Year).value_or(0);
        const bool is_short = year < 100 && !reading_.has(Slot::Era) && reading_.written(Slot::Year).size() == 2;
        if (is_short) {
            year = completed(year);
        } else if (year < 100 && reading_.has(Slot::A) && reading_.shaped(Slot::A, Shape::Year) != nullptr) {
            year += *reading_.number(Slot::A) / 100 * 100;
        }
        return reading_.code(Slot::Era) == "BC" ? 1 - year : year;
    }

    /// "24" as 2024: by the century of "2019" in "2019-24", else at most ten years after the reference.
    std::int64_t completed(std::int64_t year) const {
        if (reading_.shaped(Slot::A, Shape::Year) != nullptr) {
            return *reading_.number(Slot::A) / 100 * 100 + year;
        }
        constexpr std::int64_t ahead = 10;
        const std::int64_t now = situation_.reference ? year_number(situation_.reference->period.first) : 2020;
        const std::int64_t full = now / 100 * 100 + year;
        return full > now + ahead ? full - 100 : full;
    }

    void with_year() {
        const std::int64_t year = full_year();
        answer_.explicit_year = true;
        if (reading_.has(Slot::Day)) {
            const auto day = day_of(year, number(Slot::Month), number(Slot::Day));
            settle(day ? std::optional(containing(Unit::Day, *day)) : std::nullopt, no_such_day);
        } else if (const auto unit = part_of_year()) {
            settle(in_year(*unit, year), out_of_range);
        } else {
            settle(year_of(year), out_of_range);
        }
    }

    std::int64_t number(Slot slot) const { return reading_.number(slot).value_or(0); }

    /// The unit that the slots name within a year.
    std::optional<Unit> part_of_year() const {
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
            fail(no_such_day);
            return;
        }
        if (const Anchor* told = told_year()) {
            follow(*told, unit);
            return;
        }
        const Period* from = reference(unit == Unit::Day ? Unit::Month : unit);
        if (from == nullptr) {
            return;
        }
        std::int64_t base = year_number(from->first);
        Direction wanted = direction();
        if (reading_.code(Slot::Direction) == "lastyear") {
            wanted = Direction::Same;
            --base;
        }
        const bool ended = wanted == Direction::Past && (unit == Unit::Quarter || unit == Unit::Half);
        wanted = ended ? Direction::Before : wanted;
        settle(choose([&](std::int64_t year) { return in_year(unit, year); }, base, *from, wanted), no_such_day);
    }

    /// A date without a year after one with a year: the same year, or the next where the months start anew.
    void follow(const Anchor& told, Unit unit) {
        constexpr std::int64_t turn = 7;
        const std::int64_t year = year_number(told.period.first);
        std::optional<Period> found = in_year(unit, year);
        const bool precise = told.period.unit <= Unit::Month;
        if (found && precise && month_number(told.period.first) >= month_number(found->first) + turn) {
            found = in_year(unit, year + 1);
        }
        answer_.anchor = told.name;
        settle(found, no_such_day);
    }

    void by_weekday() {
        const std::int64_t weekday = number(Slot::Weekday);
        const Anchor* told = situation_.narrative ? situation_.focus.within(Unit::Day) : nullptr;
        if (told != nullptr) {
            answer_.anchor = told->name;
            answer_.period = containing(Unit::Day, next_weekday(told->period.first, weekday));
            return;
        }
        const Period* day = reference(Unit::Day);
        if (day == nullptr) {
            return;
        }
        const CalendarDay today = day->first;
        const std::chrono::days one(1);
        CalendarDay found = last_weekday(today, weekday);
        switch (direction()) {
            case Direction::Before:
                found = last_weekday(today - one, weekday);
                break;
            case Direction::After:
                found = next_weekday(today + one, weekday);
                break;
            case Direction::Future:
                found = next_weekday(today, weekday);
                break;
            case Direction::Same:
                found = place_.tense() == Tense::Past ? found : next_weekday(today, weekday);
                break;
            default:
                break;
        }
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
            settle(year ? std::optional(containing(Unit::Century, year->first)) : std::nullopt, out_of_range);
            return;
        }
        const Atom* written = reading_.shaped(Slot::Decade, Shape::Decade);
        std::int64_t year = written != nullptr ? written->numbers.year : number(Slot::Decade);
        if (year < 100) {
            year += year > 20 ? 1900 : 2000;
        }
        const auto first = year_of(year);
        settle(first ? std::optional(containing(Unit::Decade, first->first)) : std::nullopt, out_of_range);
    }

    void from_written() {
        const Numbers& numbers = reading_.atom(Slot::Written)->numbers;
        answer_.explicit_year = true;
        if (reading_.shaped(Slot::Written, Shape::IsoMonth) != nullptr) {
            settle(month_of(numbers.year, numbers.month), out_of_range);
            return;
        }
        if (reading_.shaped(Slot::Written, Shape::IsoWeek) != nullptr) {
            settle(week_of(numbers.year, numbers.number), "no such week in the calendar");
            return;
        }
        std::int64_t month = numbers.month;
        std::int64_t day = numbers.day;
        const std::int64_t year = numbers.year < 100 ? completed(numbers.year) : numbers.year;
        if (reading_.shaped(Slot::Written, Shape::SlashedDay) != nullptr && month != day) {
            const bool unclear = situation_.slashed == SlashedOrder::Unknown && month <= 12 && day <= 12;
            if (unclear) {
                fail("day and month cannot be told apart");
                return;
            }
            const bool swap = month > 12 || (situation_.slashed == SlashedOrder::DayMonth && day <= 12);
            if (swap) {
                std::swap(month, day);
            }
        }
        const auto found = day_of(year, month, day);
        settle(found ? std::optional(containing(Unit::Day, *found)) : std::nullopt, no_such_day);
        if (numbers.hour >= 0) {
            clock_time(numbers.hour, numbers.minute, -1);
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
        if (const Period* day = told ? focus_or_reference(Unit::Day) : reference(Unit::Day)) {
            answer_.period = *day;
        }
    }

    // ---- time of day

    void time_of_day() {
        if (const Atom* clock = reading_.atom(Slot::Clock)) {
            clock_time(clock->numbers.hour, clock->numbers.minute, clock->numbers.second);
        } else if (const auto hour = reading_.number(Slot::Hour)) {
            clock_time(*hour, 0, -1);
        } else if (const std::string_view part = reading_.code(Slot::Daypart); !part.empty()) {
            answer_.type = "TIME";
            answer_.time = part;
        }
    }

    void clock_time(std::int32_t hour, std::int32_t minute, std::int32_t second) {
        answer_.type = "TIME";
        const std::string_view half = reading_.code(Slot::Ampm);
        if (half == "PM" && hour < 12) {
            hour += 12;
        } else if (half == "AM" && hour == 12) {
            hour = 0;
        }
        std::array<char, 32> text{};
        const int size = std::snprintf(text.data(), text.size(), "T%02d:%02d", hour, minute);
        if (second >= 0) {
            std::snprintf(text.data() + size, text.size() - static_cast<std::size_t>(size), ":%02d", second);
        }
        answer_.time = text.data();
    }

    // ---- the other operations

    std::optional<Unit> unit() { return unit_named(reading_.code(Slot::Unit)); }

    void shift() {
        const Unit by = unit().value_or(Unit::Day);
        if (!reading_.written(Slot::Number).empty() && reading_.shaped(Slot::Number, Shape::Decimal) != nullptr) {
            fail("not a whole number of units");
            return;
        }
        std::int64_t count = reading_.number(Slot::Number).value_or(1) * reading_.number(Slot::Sign).value_or(1);
        Unit counted = by;
        if (by == Unit::Hour && count % 24 == 0) {
            counted = Unit::Day;
            count /= 24;
        }
        const bool from_focus = reading_.code(Slot::Anchor) == "focus";
        const Period* anchor = from_focus ? focus_or_reference(std::max(counted, Unit::Day))
                                          : reference(std::max(counted, Unit::Day));
        if (anchor == nullptr) {
            return;
        }
        if (counted < Unit::Day) {
            fail("the time of day to count from is not known");
            return;
        }
        settle(shifted(containing(counted, anchor->first), count), out_of_range);
        time_of_day();
    }

    void focus() {
        const Unit wanted = unit().value_or(Unit::Day);
        if (const Anchor* anchor = situation_.focus.within(wanted)) {
            answer_.anchor = anchor->name;
            answer_.period = containing(wanted, anchor->period.first);
            time_of_day();
        } else {
            fail("no date in the text before it");
        }
    }

    void duration() {
        answer_.type = "DURATION";
        answer_.value = reading_.code(Slot::Value);
        if (answer_.value.empty()) {
            answer_.value = duration_value(amount(), unit().value_or(Unit::Day));
        }
    }

    /// "3", "2.5", "X" for an unknown number.
    std::string amount() const {
        if (reading_.shaped(Slot::Number, Shape::Decimal) != nullptr) {
            return std::string(reading_.written(Slot::Number));
        }
        const auto count = reading_.number(Slot::Number);
        if (!count) {
            return reading_.has(Slot::Number) ? std::string(reading_.code(Slot::Number)) : "1";
        }
        if (*count == 0 && reading_.code(Slot::Number) == "X") {
            return "X";
        }
        return std::to_string(*count) + (reading_.has(Slot::Half) ? ".5" : "");
    }

    void set() {
        answer_.type = "SET";
        answer_.value = reading_.code(Slot::Value);
        if (!answer_.value.empty()) {
            return;
        }
        if (const auto weekday = reading_.number(Slot::Weekday)) {
            answer_.value = "XXXX-WXX-" + std::to_string(*weekday) + std::string(reading_.code(Slot::Daypart));
        } else if (const std::string_view part = reading_.code(Slot::Daypart); !part.empty()) {
            answer_.value = "XXXX-XX-XX" + std::string(part);
        } else if (const auto month = reading_.number(Slot::Month)) {
            answer_.value = *month < 10 ? "XXXX-0" : "XXXX-";
            answer_.value += std::to_string(*month);
        } else {
            answer_.value = duration_value(amount(), unit().value_or(Unit::Day));
        }
    }

    const Reading& reading_;
    const Situation& situation_;
    const Place& place_;
    Answer answer_;
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
