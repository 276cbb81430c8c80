// Finds the date that an expression counts from, and writes into its answer which one that was, or that there is none.
#pragma once

#include <optional>
#include <string_view>

#include "answer.h"

namespace dates {

inline constexpr const char* no_such_day = "no such day in the calendar";
inline constexpr const char* no_such_week = "no such week in the calendar";
inline constexpr const char* out_of_range = "out of the range of years";

class Anchoring {
public:
    Anchoring(const Situation& situation, const Place& place, Answer& answer)
        : situation_(situation), place_(place), answer_(answer) {}

    /// Leaves the answer without a value, for this reason.
    void fail(std::string_view why);

    /// Takes the period as the answer, or fails if there is none.
    void settle(const std::optional<Period>& period, const char* otherwise);

    /// The publication date if it is at least as precise as `unit`; else fails and returns null.
    const Period* reference(Unit unit);

    /// The date in focus that is as precise as `unit`, or else the reference.
    const Period* focus_or_reference(Unit unit);

    /// The date in focus in a narrative, else the reference: "the end of the year".
    const Period* told_or_reference(Unit unit);

    /// The date whose year one without a year takes over from the text before it; null where news style holds.
    const Anchor* told_year() const;

    /// Says which anchor was used.
    void use(const Anchor& anchor) { answer_.anchor = anchor.name; }

private:
    /// "In 2008 the firm lost money. At the end of the year it was sold", in news of 2013.
    bool tells_of_old_year(Unit unit) const;

    /// "He resigned on Friday. Throughout the day …"
    bool tells_of_day_near(Unit unit) const;

    const Situation& situation_;
    const Place& place_;
    Answer& answer_;
};

}  // namespace dates
