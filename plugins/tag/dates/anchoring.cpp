// Anchors.
#include "anchoring.h"

namespace dates {

void Anchoring::fail(std::string_view why) {
    answer_.period.reset();
    answer_.value.clear();
    answer_.unresolved = why;
}

const Period* Anchoring::reference(Unit unit) {
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

const Period* Anchoring::focus_or_reference(Unit unit) {
    if (const Anchor* anchor = situation_.focus.within(unit)) {
        if (situation_.narrative && situation_.focus.is_left_behind(*anchor)) {
            fail("the day before it in the text is not known");
            return nullptr;
        }
        answer_.anchor = anchor->name;
        return &anchor->period;
    }
    return reference(unit);
}

const Period* Anchoring::told_or_reference(Unit unit) {
    return situation_.narrative || tells_of_old_year(unit) || tells_of_day_near(unit) ? focus_or_reference(unit)
                                                                                      : reference(unit);
}

bool Anchoring::tells_of_old_year(Unit unit) const {
    const Anchor* focus = situation_.focus.within(unit);
    return unit == Unit::Year && focus != nullptr && situation_.reference &&
           year_number(focus->period.last) < year_number(situation_.reference->period.first) &&
           situation_.focus.newest_sentence() + 1 >= place_.sentence && situation_.focus.newest() == focus &&
           place_.told_in(Tense::Past);
}

bool Anchoring::tells_of_day_near(Unit unit) const {
    return unit == Unit::Day && situation_.focus.day_near(place_.sentence) != nullptr && place_.told_in(Tense::Past);
}

const Anchor* Anchoring::told_year() const {
    const Anchor* told = situation_.focus.newest_explicit();
    if (told == nullptr || situation_.narrative) {
        return told;
    }
    if (!situation_.reference) {
        return nullptr;
    }
    const bool old = year_number(told->period.first) < year_number(situation_.reference->period.first) - 1;
    return old && situation_.focus.explicit_sentence() == place_.sentence ? told : nullptr;
}

void Anchoring::settle(const std::optional<Period>& period, const char* otherwise) {
    if (period) {
        answer_.period = period;
    } else {
        fail(otherwise);
    }
}

}  // namespace dates
