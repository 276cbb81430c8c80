#include "counterparts.h"

#include <algorithm>

#include "links.h"

namespace events {

using words::none;
using words::one_of;
using words::Span;

namespace {

bool only_where(const Reading& reading, std::uint32_t number, std::uint32_t first) {
    const Actor& actor = reading.actors[number];
    const std::string_view link = link_of(reading, number, first);
    constexpr std::string_view possessives[] = {"'s", "’s", "'", "’"};
    const bool owns = !actor.city && actor.words.last < reading.words.size() &&
                      one_of(reading.lower(actor.words.last), possessives);  // "in Libya's oil industry"
    return actor.city || (!owns && (link == "in" || link == "at" || link == "near"));
}

/// The first actor of the only country in the sentence that none of the `known` is of, best one that does more than say
/// where; none if there are several.
ActorList only_other(const Reading& reading, Span sentence, const ActorList& known) {
    const Span actors = reading.actors.in(sentence);
    ActorList found;
    for (std::uint32_t number = actors.first; number < actors.last; ++number) {
        const Actor& actor = reading.actors[number];
        const auto same = [&](std::uint32_t other) { return actor.country == reading.actors[other].country; };
        if (actor.country.empty() || std::any_of(known.begin(), known.end(), same)) {
            continue;
        }
        if (!found.empty() && !same(found.front())) {
            return {};
        }
        if (found.empty() ||
            (only_where(reading, found.front(), sentence.first) && !only_where(reading, number, sentence.first))) {
            found = {number};
        }
    }
    return found;
}

}  // namespace

void add_occasion(const Reading& reading, const Clause& before, const Trigger& trigger, Roles& roles) {
    const bool helps = trigger.entry->label == "AID" || trigger.entry->label == "AGREE";
    if (!helps || before.kind != ClauseKind::Phrase || before.verb != none || roles.sources.empty() ||
        !roles.targets.empty()) {
        return;
    }
    const Span actors = reading.actors.in(before.words);
    for (std::uint32_t number = actors.first; number < actors.last; ++number) {
        const std::string_view country = reading.actors[number].country;
        if (!country.empty() && country != reading.actors[roles.sources.front()].country) {
            roles.targets = {number};
            roles.linked = false;
            return;
        }
    }
}

void add_condition(const Reading& reading, const Clause& condition, const Trigger& trigger, Roles& roles) {
    constexpr std::string_view hostile[] = {"THREATEN", "ASSAULT", "COERCE", "SANCTION"};
    const bool threatens = condition.kind == ClauseKind::Conditional && condition.own_subject &&
                           one_of(trigger.entry->label, hostile) && any_country(reading, roles.sources) &&
                           !any_country(reading, roles.targets) && any_country(reading, condition.subject);
    if (threatens &&
        reading.actors[condition.subject.front()].country != reading.actors[roles.sources.front()].country) {
        roles.targets.push_back(condition.subject.front());
    }
}

void add_counterpart(const Reading& reading, Span sentence, const Trigger& trigger, Roles& roles) {
    const bool acts = any_country(reading, roles.sources);
    const bool suffers = any_country(reading, roles.targets);
    if (acts == suffers || roles.stays_within) {
        return;
    }
    const ActorList& known = acts ? roles.sources : roles.targets;
    ActorList& missing = acts ? roles.targets : roles.sources;
    const bool several = std::any_of(known.begin(), known.end(), [&](std::uint32_t number) {
        return reading.actors[number].country != reading.actors[known.front()].country;
    });
    // Whom one meets in a country is mostly of it; what else persons act for the sentence does not say.
    const bool met = acts && trigger.entry->label == "CONSULT";
    const bool person = !met && std::any_of(missing.begin(), missing.end(),
                                            [&](std::uint32_t number) { return reading.actors[number].person; });
    if (several || person) {
        return;
    }
    const ActorList other = only_other(reading, sentence, known);
    const bool place = !other.empty() && only_where(reading, other.front(), sentence.first);
    const bool here = !other.empty() && reading.actors[other.front()].words.first < trigger.reach.last;
    if (!other.empty() && (!place || (here && is_done_at_a_place(*trigger.entry)))) {
        missing.push_back(other.front());
        roles.linked = false;
    }
}

}  // namespace events
