#include "passing_deeds.h"

#include <algorithm>

#include "complements.h"
#include "conditions.h"
#include "status.h"

namespace events {

using words::one_of;

namespace {

constexpr std::string_view suffered[] = {"ASSAULT", "COERCE", "SANCTION"};

bool complains(std::string_view label) {
    constexpr std::string_view complaints[] = {"ACCUSE", "SANCTION", "REJECT", "PROTEST", "REQUEST", "MOBILIZE"};
    return one_of(label, complaints);
}

/// "Two of its diplomats", "two Canadians": those of the source of the deed that is told.
bool suffers_source(const Reading& reading, const Roles& noun, const Roles& told) {
    const auto country = [&](std::uint32_t number) { return reading.actors[number].country; };
    return any_country(reading, told.targets) && !noun.targets.empty() && !told.sources.empty() &&
           !country(noun.targets.front()).empty() && country(noun.targets.front()) == country(told.sources.front());
}

bool may_tell(const Reading& reading, const Clause& clause, const Trigger& trigger) {
    const Meaning* meaning = reading.meanings[trigger.word];
    constexpr std::string_view peaceful[] = {"hunger", "general"};  // strikes
    const bool strike = trigger.word > clause.words.first && one_of(reading.lower(trigger.word - 1), peaceful);
    return !strike && meaning != nullptr && !meaning->as_noun.empty() && !reading.words[trigger.word].capital &&
           !is_verb(reading, trigger.word, clause.words);
}

}  // namespace

std::vector<PassingDeed> deeds_in_passing(const Reading& reading, const Clause& clause, std::string_view label,
                                          const Roles& told) {
    std::vector<PassingDeed> found;
    Clause noun_alone = clause;
    noun_alone.subject.clear();
    for (std::uint32_t at = clause.words.first; at + 1 < clause.words.last; ++at) {
        Trigger trigger;
        trigger.word = at;
        trigger.noun = true;
        trigger.reach = {at + 1, clause.words.last};
        if (!may_tell(reading, clause, trigger)) {
            continue;
        }
        trigger.negated = is_negated(reading, at, clause.words);
        trigger.entry = first_fitting(reading, reading.meanings[at]->as_noun, trigger, clause);
        const bool deed = trigger.entry != nullptr && !trigger.negated && one_of(trigger.entry->label, suffered);
        if (!deed || is_planned(reading, clause, trigger)) {
            continue;
        }
        Roles roles = roles_of(reading, noun_alone, trigger);
        if (roles.sources.empty() && complains(label) && suffers_source(reading, roles, told)) {
            roles.sources = told.targets;
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
