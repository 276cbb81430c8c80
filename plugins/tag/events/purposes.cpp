#include "purposes.h"

#include <algorithm>

#include "conditions.h"

namespace events {

using words::none;
using words::one_of;

std::optional<Purpose> purpose_of(const Reading& reading, const Clause& clause, const Trigger& trigger,
                                  const Roles& met) {
    constexpr std::string_view meetings[] = {"CONSULT", "ACCUSE"};
    constexpr std::string_view told[] = {"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN"};
    const bool meets = !trigger.noun && !trigger.passive && one_of(trigger.entry->label, meetings);
    if (!meets || met.sources.empty() || met.targets.empty()) {
        return std::nullopt;
    }
    for (std::uint32_t at = trigger.word + 2; at < clause.words.last; ++at) {
        const Meaning* meaning = reading.meanings[at];
        if (reading.lower(at - 1) != "to" || meaning == nullptr || (meaning->form & Base) == 0) {
            continue;
        }
        // "its decision to recall", "was urged to recall": somebody else's infinitive
        constexpr std::string_view takes_infinitive[] = {
            "decision", "refusal", "failure", "plan",  "plans", "attempt", "attempts", "effort",    "efforts",
            "call",     "calls",   "threat",  "right", "bid",   "move",    "order",    "agreement", "proposal"};
        if (one_of(reading.lower(at - 2), takes_infinitive)) {
            return std::nullopt;
        }
        Purpose purpose{trigger, met};
        purpose.trigger.word = at;
        purpose.trigger.infinitive = purpose.trigger.negated = false;
        purpose.trigger.reach.first = at + 1;
        purpose.trigger.entry = first_fitting(reading, meaning->as_verb, purpose.trigger, clause);
        if (purpose.trigger.entry == nullptr || !one_of(purpose.trigger.entry->label, told)) {
            return std::nullopt;
        }
        Clause inner = clause;
        inner.subject = met.sources;
        const Roles named = roles_of(reading, inner, purpose.trigger);
        if (named.linked && any_country(reading, named.targets)) {
            purpose.roles.targets = named.targets;
        }
        return purpose;
    }
    return std::nullopt;
}

}  // namespace events
