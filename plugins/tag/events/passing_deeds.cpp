#include "passing_deeds.h"

#include <algorithm>

#include "complements.h"
#include "conditions.h"
#include "status.h"

namespace events {

using words::one_of;

namespace {

constexpr std::string_view suffered[] = {"ASSAULT", "COERCE", "SANCTION"};

/// "Two of its diplomats", "two Canadians": those of the source of the deed that is told.
bool suffers_source(const Reading& reading, const Roles& noun, const Roles& complaint) {
    const auto country = [&](std::uint32_t number) { return reading.actors[number].country; };
    return any_country(reading, complaint.targets) && !noun.targets.empty() && !complaint.sources.empty() &&
           !country(noun.targets.front()).empty() &&
           country(noun.targets.front()) == country(complaint.sources.front());
}

bool may_tell(const Reading& reading, const Clause& clause, std::uint32_t at) {
    constexpr std::string_view peaceful[] = {"hunger", "general"};  // strikes
    const bool strike = at > clause.words.first && one_of(reading.lower(at - 1), peaceful);
    return !strike && !reading.words[at].capital && !is_verb(reading, at, clause.words);
}

}  // namespace

bool complains(std::string_view label) {
    constexpr std::string_view complaints[] = {"ACCUSE", "SANCTION", "REJECT", "PROTEST", "REQUEST", "MOBILIZE"};
    return one_of(label, complaints);
}

std::vector<PassingDeed> deeds_in_passing(const Reading& reading, const Clause& clause, const Roles* complaint) {
    std::vector<PassingDeed> found;
    for (std::uint32_t at = clause.words.first; at + 1 < clause.words.last; ++at) {
        const Meaning* meaning = reading.meanings[at];
        if (meaning == nullptr || meaning->as_noun.empty() || !may_tell(reading, clause, at)) {
            continue;
        }
        Trigger trigger;
        trigger.word = at;
        trigger.noun = true;
        trigger.reach = {at + 1, clause.words.last};
        trigger.negated = is_negated(reading, at, clause.words);
        trigger.entry = first_fitting(reading, meaning->as_noun, trigger, clause);
        const bool deed = trigger.entry != nullptr && !trigger.negated && one_of(trigger.entry->label, suffered);
        if (!deed || is_planned(reading, clause, trigger)) {
            continue;
        }
        Clause alone = clause;
        alone.subject.clear();
        Roles roles = roles_of(reading, alone, trigger);
        if (roles.sources.empty() && complaint != nullptr && suffers_source(reading, roles, *complaint)) {
            roles.sources = complaint->targets;
            roles.own_people = {};
            roles.stays_within = false;
        }
        if (any_country(reading, roles.sources) && any_country(reading, roles.targets)) {
            found.push_back({trigger, roles});
        }
    }
    return found;
}

}  // namespace events
