// What a meaning is worked out from, and what comes of it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "calendar.h"
#include "context.h"
#include "tense.h"

namespace dates {

/// How 03/04/2024 is read in this document.
enum class SlashedOrder : std::uint8_t { Unknown, DayMonth, MonthDay };

/// Where a document stands while its expressions are resolved one after the other.
struct Situation {
    std::optional<Anchor> reference;  ///< publication date, or the dateline's
    std::string no_reference;         ///< why there is none
    bool narrative = false;           ///< tells of times long before the reference; dates follow on each other
    SlashedOrder slashed = SlashedOrder::Unknown;
    Focus focus;
};

/// The place of an expression.
struct Place {
    std::uint32_t sentence = 0;
    std::function<Tense()> tense;
    /// Whether the verbs around it are in this one; false if there is nobody to ask.
    bool told_in(Tense wanted) const { return tense && tense() == wanted; }
    /// The next year that the text gives itself.
    std::function<std::optional<int>()> next_year;
    /// The last day named in the same sentence.
    std::optional<CalendarDay> day_in_sentence;
    /// It stands directly behind another expression and a comma: "on 28 September, eleven days later".
    bool in_apposition = false;
};

struct Answer {
    std::string type = "DATE";
    std::string value;  ///< empty: unresolved, or made from `period` and `time`
    std::string mod;
    std::optional<Period> period;
    std::string time;                  ///< "T16:00", "TMO"
    std::optional<int> minute_of_day;  ///< where `time` is by the clock
    bool in_halves = false;            ///< that time is written by a.m. and p.m.
    std::string anchor;
    std::string unresolved;
    bool explicit_year = false;
    bool aside = false;  ///< looks back from the date in focus, which stays in focus
};

}  // namespace dates
