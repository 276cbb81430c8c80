#include "complements.h"

#include <algorithm>

#include "links.h"

namespace events {

using words::none;
using words::one_of;
using words::Span;

namespace {

/// "in" leads to those acted on only where deeds are done to whoever is there.
constexpr std::string_view where_only[] = {"in", "near"};

}  // namespace

bool is_done_at_a_place(const Entry& entry) {
    constexpr std::string_view placed[] = {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "CONSULT", "AID", "SANCTION"};
    return one_of(entry.label, placed);
}

bool any_country(const Reading& reading, const ActorList& actors) {
    return std::any_of(actors.begin(), actors.end(),
                       [&](std::uint32_t number) { return !reading.actors[number].country.empty(); });
}

std::string_view Complements::link(std::uint32_t number) const {
    return link_after(reading_, number, trigger_.word, *trigger_.entry);
}

ActorList Complements::linked_by(std::string_view preposition) const {
    ActorList found;
    for (std::uint32_t number = actors_.first; number < actors_.last; ++number) {
        if (link(number) == preposition &&
            (found.empty() || joined(found.back(), number) || preposition == "between")) {
            found.push_back(number);
        } else if (!found.empty()) {
            break;
        }
    }
    return found;
}

ActorList Complements::owners() const {
    std::uint32_t first = trigger_.word;
    constexpr std::uint32_t farthest = 5;
    while (first > clause_.words.first && trigger_.word - first < farthest && first != clause_.verb + 1 &&
           !reading_.words[first - 1].in(words::Preposition)) {
        --first;
    }
    ActorList found;
    const Span before = reading_.actors.in({first, trigger_.word});
    for (std::uint32_t number = before.first; number < before.last; ++number) {
        if (!actor(number).city) {
            found.push_back(number);
        }
    }
    return found;
}

ActorList Complements::attackers() const {
    constexpr std::string_view attacks[] = {"strike",     "strikes",   "attack",  "attacks",     "raid",
                                            "raids",      "shelling",  "bombing", "bombardment", "airstrike",
                                            "airstrikes", "offensive", "fire",    "ambush",      "assault"};
    constexpr std::uint32_t farthest = 4;
    for (std::uint32_t number = actors_.first; number < actors_.last; ++number) {
        const std::uint32_t next = actor(number).words.last;
        for (std::uint32_t at = next; at < std::min(trigger_.reach.last, next + farthest); ++at) {
            if (!reading_.words[at].letters || reading_.words[at].in(words::Preposition)) {
                break;
            }
            if (one_of(reading_.lower(at), attacks)) {
                return {number};
            }
        }
    }
    return {};
}

ActorList Complements::targets(const ActorList& sources, std::initializer_list<std::string_view> excluded) const {
    if (trigger_.infinitive) {
        return first_target(sources);
    }
    ActorList unknown;  // those without a country, if no link leads to one
    for (const std::string_view wanted : trigger_.entry->targets) {
        const bool only_where = one_of(wanted, where_only) && wanted != trigger_.entry->targets.front() &&
                                !is_done_at_a_place(*trigger_.entry);
        if (only_where || std::find(excluded.begin(), excluded.end(), wanted) != excluded.end()) {
            continue;
        }
        ActorList found;
        for (std::uint32_t number = actors_.first; number < actors_.last; ++number) {
            const bool fits =
                link(number) == wanted && !is_one_of(sources, number) && actor(number).words.first < limit();
            if (fits && (found.empty() || joined(found.back(), number))) {
                found.push_back(number);
            } else if (!found.empty()) {
                break;
            }
        }
        if (any_country(reading_, found)) {
            return found;
        }
        if (unknown.empty()) {
            unknown = std::move(found);
        }
    }
    return unknown;
}

ActorList Complements::nearest(const ActorList& sources) const {
    constexpr std::string_view where[] = {"in",     "at",    "near", "during", "on",   "through", "after",
                                          "before", "since", "via",  "like",   "than", "as",      "by"};
    constexpr std::uint32_t farthest = 8;
    for (std::uint32_t number = actors_.first; number < actors_.last; ++number) {
        const std::uint32_t begin = actor(number).words.first;
        const bool near = begin < clause_.words.last && begin - trigger_.word <= farthest;
        if (near && begin < limit() && !one_of(link(number), where) && !is_one_of(sources, number)) {
            return {number};
        }
    }
    return {};
}

/// Of "agreed to help Iran in its dispute with America" the first actor after the verb.
ActorList Complements::first_target(const ActorList& sources) const {
    constexpr std::string_view where[] = {"in", "at", "near", "during", "through", "after", "before", "since", "by"};
    ActorList found;
    for (std::uint32_t number = actors_.first; number < actors_.last; ++number) {
        const bool own = is_one_of(sources, number);
        const bool fits = !one_of(link(number), where) && !own;
        if (own && found.empty() && link(number) == "object" && !actor(number).city) {
            return {};  // "advised Poles to leave Libya"
        }
        if (fits && (found.empty() || joined(found.back(), number))) {
            found.push_back(number);
        } else if (!found.empty()) {
            break;
        }
    }
    return found;
}

ActorList Complements::within_subject() const {
    constexpr std::string_view ties[] = {"to", "on", "against", "with"};
    const Span before = reading_.actors.in({clause_.words.first, trigger_.word});
    for (std::uint32_t number = before.first; number < before.last; ++number) {
        const std::string_view tie = link_of(reading_, number, clause_.words.first);
        const auto& wanted = trigger_.entry->targets;
        if (one_of(tie, ties) && std::find(wanted.begin(), wanted.end(), tie) != wanted.end() &&
            !is_one_of(clause_.subject, number)) {
            return {number};
        }
    }
    return {};
}

ActorList Complements::place() const {
    constexpr std::string_view where[] = {"in", "at", "near", "through", "across", "outside"};
    const auto& sentences = reading_.words.sentences();
    const auto sentence = std::partition_point(sentences.begin(), sentences.end(),
                                               [&](Span span) { return span.last <= clause_.words.first; });
    const Span all = reading_.actors.in({sentence->first, trigger_.reach.last});
    ActorList found;
    for (std::uint32_t number = all.first; number < all.last; ++number) {
        const bool located = !actor(number).country.empty() && !actor(number).adjective && !actor(number).person;
        if (located && one_of(link_of(reading_, number, sentence->first), where)) {
            found = {number};  // the last before the deed, else the first after it
            if (actor(number).words.first >= clause_.words.first) {
                break;
            }
        }
    }
    return found;
}

bool Complements::is_one_of(const ActorList& sources, std::uint32_t number) const {
    return std::any_of(sources.begin(), sources.end(), [&](std::uint32_t source) {
        return source == number || (!actor(source).country.empty() && actor(source).country == actor(number).country &&
                                    actor(source).rebel == actor(number).rebel);
    });
}

/// Two targets of one verb: "Israel and America".
bool Complements::joined(std::uint32_t first, std::uint32_t second) const {
    const std::uint32_t from = actor(first).words.last;
    const std::uint32_t to = actor(second).words.first;
    constexpr std::uint32_t farthest = 4;
    if (actor(first).group != none && actor(first).group == actor(second).group) {
        return true;
    }
    if (to < from || to - from > farthest) {
        return false;
    }
    for (std::uint32_t at = from; at < to; ++at) {
        if (reading_.words[at].is("and") || reading_.words[at].is(",") || reading_.words[at].is("or")) {
            return true;
        }
    }
    return false;
}

/// What is tied to a noun that is the subject stands before the verb.
std::uint32_t Complements::limit() const {
    const bool subject = trigger_.noun && clause_.verb != none && trigger_.word < clause_.verb;
    return subject ? clause_.verb : trigger_.reach.last;
}

}  // namespace events
