// The rules of rules.toml: patterns, and what their matches mean.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "matcher.h"
#include "vocabulary.h"

namespace dates {

/// Names under which a pattern keeps what it matched, and under which a meaning gives values of its own. In the order
/// of `slot_names`, which starts with "", for nowhere.
enum class Slot : std::uint8_t {
    None,
    Year,
    Month,
    Day,
    Weekday,
    Relday,
    Season,
    Quarter,
    Half,
    Decade,
    Century,
    Week,
    Era,
    Unit,
    Number,
    Sign,
    Part,
    Approx,
    Daypart,
    Hour,
    Clock,
    Ampm,
    Written,
    A,
    B,
    C,
    D,
    Direction,
    Anchor,
    Value,
    Type,
    Like,
    Easter,
    Count,
};
inline constexpr std::array<std::string_view, 33> slot_names = {
    "",        "year", "month", "day",    "weekday", "relday",    "season", "quarter", "half", "decade", "century",
    "week",    "era",  "unit",  "number", "sign",    "part",      "approx", "daypart", "hour", "clock",  "ampm",
    "written", "a",    "b",     "c",      "d",       "direction", "anchor", "value",   "type", "like",   "easter"};

enum class Operation : std::uint8_t {
    None,   ///< no temporal expression; keeps other rules from taking it for one
    Date,   ///< a day, month, … by its parts; what is missing comes from the context
    Shift,  ///< so many units from the anchor
    Focus,  ///< the unit that holds the date in focus
    Duration,
    Set,
    Ref,      ///< a fixed value: PRESENT_REF …
    Foreign,  ///< a date of another calendar: found, but not converted
    Unclear,  ///< a day and a number that may be its year or tell how many
};

/// What one annotation of a match means: an operation and what it is given, either fixed or from a slot.
struct Sense {
    struct Given {
        Slot from = Slot::None;  ///< a slot of the match, or
        std::optional<std::int32_t> number;
        std::string text;
    };
    Operation operation = Operation::None;
    std::array<std::optional<Given>, static_cast<std::size_t>(Slot::Count)> given;
};

/// One sense for each annotation of the pattern.
using Rule = std::vector<Sense>;

class Rules {
public:
    /// Throws std::runtime_error that names the rule if one is wrong.
    Rules(std::string_view rules_toml, std::string_view vocabulary_toml);

    const Vocabulary& vocabulary() const { return vocabulary_; }
    const Matcher& matcher() const { return matcher_; }
    const Rule& rule(std::uint32_t number) const { return rules_[number]; }

private:
    void add(const std::vector<std::string_view>& words, const PatternNames& names);

    Vocabulary vocabulary_;
    Matcher matcher_;
    std::vector<Rule> rules_;
};

}  // namespace dates
