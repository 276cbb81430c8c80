// Years for dates without one.
#include "yearless_date.h"

#include <string>

#include "choice.h"
#include "date_parts.h"
#include "direction.h"

namespace dates {

namespace {

/// What does not exist in it never does.
constexpr std::int64_t some_leap_year = 2000;

class YearlessDate {
public:
    YearlessDate(const Reading& reading, Unit unit, const Situation& situation, const Place& place, Answer& answer)
        : reading_(reading),
          unit_(unit),
          situation_(situation),
          place_(place),
          answer_(answer),
          anchoring_(situation, place, answer) {}

    void run() {
        if (!in_year(reading_, unit_, some_leap_year)) {
            anchoring_.fail(no_such_day);
            return;
        }
        const std::string_view given = reading_.code(Slot::Direction);
        if (given == "focusyear") {
            in_year_of_focus();
            return;
        }
        if (given == "following" || given == "previous") {
            beside_focus(given == "following" ? Direction::After : Direction::Before);
            return;
        }
        const bool may_follow = given.empty() || given == "since" || given == "ended" || given == "told";
        if (given.empty() && situation_.narrative && place_.told_in(Tense::Present)) {
            // "is held in October"
            answer_.value = in_any_year();
            return;
        }
        const Anchor* told = may_follow ? anchoring_.told_year() : nullptr;
        if (told != nullptr && given == "since" && situation_.narrative) {
            beside_focus(Direction::Before);
            return;
        }
        if (told != nullptr) {
            follow(*told);
            return;
        }
        const Period* from = anchoring_.reference(unit_ == Unit::Day ? Unit::Month : unit_);
        if (from == nullptr) {
            answer_.value = given.empty() ? in_any_year() : "";
            return;
        }
        std::int64_t base = year_number(from->first);
        Direction wanted = direction_of(reading_, place_);
        if (given == "lastyear" || given == "nextyear") {
            wanted = Direction::Same;
            base += given == "lastyear" ? -1 : 1;
        }
        const bool ended = wanted == Direction::Past && (unit_ == Unit::Quarter || unit_ == Unit::Half);
        wanted = ended ? Direction::Before : wanted;
        std::optional<Period> found = on_its_weekday(base, *from);
        anchoring_.settle(found ? found : in_some_year(base, *from, wanted), no_such_day);
    }

private:
    /// "XXXX-10-09", what is known of a date without its year.
    std::string in_any_year() const {
        const std::optional<Period> part = in_year(reading_, unit_, some_leap_year);
        constexpr std::size_t digits_of_year = 4;
        return part ? "XXXX" + value_of(*part).substr(digits_of_year) : "";
    }

    /// "May of that year", "May of the following year".
    void in_year_of_focus() {
        const Anchor* focus = situation_.focus.meant(Unit::Year, place_.sentence);
        if (focus == nullptr) {
            anchoring_.fail("no year in the text before it");
            return;
        }
        anchoring_.use(*focus);
        answer_.aside = number_in(reading_, Slot::Sign) < 0;
        const std::int64_t year = year_number(focus->period.first) + number_in(reading_, Slot::Sign);
        const bool precise = unit_ == Unit::Season && focus->period.unit <= Unit::Month && !reading_.has(Slot::Sign);
        anchoring_.settle(precise ? season_around(focus->period, year) : in_year(reading_, unit_, year), no_such_day);
    }

    /// "that winter", told in January: the one that began the year before.
    std::optional<Period> season_around(const Period& focus, std::int64_t year) const {
        const std::optional<Period> last = in_year(reading_, unit_, year - 1);
        return last && last->last >= focus.first ? last : in_year(reading_, unit_, year);
    }

    /// "the following spring"
    void beside_focus(Direction wanted) {
        const Period* focus = anchoring_.focus_or_reference(Unit::Year);
        if (focus == nullptr) {
            return;
        }
        answer_.aside = wanted == Direction::Before;
        const auto make = [&](std::int64_t year) { return in_year(reading_, unit_, year); };
        // The winter before 1615 ends in it.
        const Period before =
            containing(Unit::Day, focus->first + std::chrono::days(wanted == Direction::Before ? -1 : 0));
        const std::int64_t year = year_number(focus->first);
        anchoring_.settle(wanted == Direction::Before ? choose(make, year, before, Direction::Past)
                                                      : choose(make, year, *focus, wanted),
                          no_such_day);
    }

    /// "Friday, March 29": the weekday tells the year.
    std::optional<Period> on_its_weekday(std::int64_t base, const Period& from) const {
        if (unit_ != Unit::Day || !reading_.has(Slot::Weekday)) {
            return std::nullopt;
        }
        const auto make = [&](std::int64_t year) {
            std::optional<Period> day = in_year(reading_, unit_, year);
            const bool fits =
                day && std::chrono::weekday(day->first).iso_encoding() == number_in(reading_, Slot::Weekday);
            return fits ? day : std::nullopt;
        };
        constexpr std::chrono::days near(300);
        const std::optional<Period> nearest = choose(make, base, from, Direction::Nearest);
        const Direction wanted = direction_of(reading_, place_);
        const bool sided = wanted == Direction::Past || wanted == Direction::Future;
        if (!nearest || !sided || std::chrono::abs(nearest->first - from.first) < near) {
            return nearest;
        }
        return choose(make, base, from, wanted);
    }

    /// A verb in the past does not put a day into the past that stands beside one ahead, or that would then lie most of
    /// a year back and otherwise lies just ahead: a date so old would be given with its year.
    std::optional<Period> in_some_year(std::int64_t base, const Period& from, Direction wanted) const {
        constexpr std::chrono::days far_back(240);
        constexpr std::chrono::days just_ahead(120);
        constexpr std::chrono::days just_over(60);
        const auto make = [&](std::int64_t year) { return in_year(reading_, unit_, year); };
        std::optional<Period> found = choose(make, base, from, wanted);
        const bool by_tense = reading_.code(Slot::Direction).empty() && unit_ == Unit::Day;
        if (!found || !by_tense) {
            return found;
        }
        if (wanted == Direction::Future) {
            // "had been due to meet on May 15", read in June
            const std::optional<Period> last = choose(make, base, from, Direction::Past);
            return last && from.first - last->first < just_over ? last : found;
        }
        if (place_.day_in_sentence && *place_.day_in_sentence > from.last) {
            return choose(make, base, from, Direction::Future);
        }
        const std::optional<Period> next = choose(make, base, from, Direction::Future);
        const bool ahead = next && from.first - found->first > far_back && next->first - from.first < just_ahead;
        return ahead ? next : found;
    }

    /// A date without a year after one with a year: the same year, or the next where the months start anew, unless
    /// the text is still in that year further on.
    void follow(const Anchor& told) {
        constexpr std::int64_t turn = 6;
        const std::int64_t year = year_number(told.period.first);
        std::optional<Period> found = in_year(reading_, unit_, year);
        if (unit_ == Unit::Season && told.period.unit <= Unit::Month) {
            found = season_around(told.period, year);
        } else if (told.period.unit == Unit::Season && found && found->last < told.period.first) {
            // of a winter the months that lie in its second year
            found = in_year(reading_, unit_, year_number(told.period.last));
        }
        const bool precise = told.period.unit <= Unit::Month;
        const bool starts_anew =
            found && precise && month_number(told.period.first) >= month_number(found->first) + turn;
        if (starts_anew && !(place_.next_year && place_.next_year() == year)) {
            found = in_year(reading_, unit_, year + 1);
        }
        anchoring_.use(told);
        anchoring_.settle(found, no_such_day);
    }

    const Reading& reading_;
    Unit unit_;
    const Situation& situation_;
    const Place& place_;
    Answer& answer_;
    Anchoring anchoring_;
};

}  // namespace

void interpret_without_year(const Reading& reading, Unit unit, const Situation& situation, const Place& place,
                            Answer& answer) {
    YearlessDate(reading, unit, situation, place, answer).run();
}

}  // namespace dates
