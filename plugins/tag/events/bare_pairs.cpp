#include "bare_pairs.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "complements.h"
#include "conditions.h"
#include "links.h"
#include "status.h"
#include "wording.h"

namespace events {

using words::none;
using words::one_of;
using words::Span;

namespace {

constexpr double hardly_sure = 0.3;

/// Whether somebody acts on somebody, be it a person of no known country.
bool two_sided(const Event& event) {
    return event.roles.stays_within || (!event.roles.sources.empty() && !event.roles.targets.empty());
}

/// The first actor of each country that does more than say where; more than two are as good as none.
ActorList acting(const Reading& reading, Span span) {
    constexpr std::string_view where[] = {"in", "at", "near", "off", "across", "through"};
    const Span actors = reading.actors.in(span);
    ActorList found;
    for (std::uint32_t number = actors.first; number < actors.last; ++number) {
        const Actor& actor = reading.actors[number];
        const bool known = std::any_of(found.begin(), found.end(), [&](std::uint32_t other) {
            return reading.actors[other].country == actor.country;
        });
        const bool place =
            !actor.adjective && !actor.person && !actor.people && one_of(link_of(reading, number, span.first), where);
        if (!actor.country.empty() && !known && !place) {
            found.push_back(number);
        }
    }
    return found;
}

/// "Not", "no", "if" and "should": what did not happen cannot be told from what did without a clause that ties it.
bool doubtful(const Reading& reading, Span span) {
    constexpr std::string_view doubts[] = {"not", "no",      "never",  "cannot",  "should",  "without",
                                           "if",  "whether", "nobody", "nothing", "neither", "unless"};
    for (std::uint32_t at = span.first; at < span.last; ++at) {
        const std::string_view word = reading.lower(at);
        if (one_of(word, doubts) || word.ends_with("n't") || word.ends_with("n’t")) {
            return true;
        }
    }
    return tells_of(reading, span, reading.nature) || tells_of(reading, span, reading.off_topic);
}

/// The row of a word that may tell a deed, wherever its actors stand; null if it tells none.
const Entry* row_of(const Reading& reading, const Clause& clause, Trigger& trigger) {
    const Meaning* meaning = reading.meanings[trigger.word];
    const words::Word& word = reading.words[trigger.word];
    const bool opens = trigger.word == clause.words.first;
    if (meaning == nullptr || (word.capital && (word.mention != none || !opens))) {
        return nullptr;  // "in March"
    }
    constexpr std::uint8_t finite = Base | Third;  // which look like nouns: "Trade between …"
    const bool verb = !word.capital && ((meaning->form & finite) == 0 || is_verb(reading, trigger.word, clause.words));
    const bool police = trigger.word + 1 < clause.words.last && reading.lower(trigger.word + 1) == "police";
    const auto fitting = [&](const std::vector<const Entry*>& entries) -> const Entry* {
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry* entry) {
            return entry->label != "INTENT" && fits_but_target(reading, *entry, trigger, clause);
        });
        return found == entries.end() || (*found)->label == "-" ? nullptr : *found;
    };
    const Entry* entry = verb ? fitting(meaning->as_verb) : nullptr;
    if (entry == nullptr && !police) {
        trigger.noun = true;
        entry = fitting(meaning->as_noun);
    }
    return entry;
}

bool names_one_of(const Reading& reading, const Clause& clause, const ActorList& pair) {
    const Span actors = reading.actors.in(clause.words);
    return std::any_of(pair.begin(), pair.end(),
                       [&](std::uint32_t actor) { return actors.first <= actor && actor < actors.last; });
}

/// Gives an event of one side, which has one of the pair, the other as its other side.
void complete(const Reading& reading, const ActorList& pair, Event& event) {
    ActorList& known = event.roles.sources.empty() ? event.roles.targets : event.roles.sources;
    ActorList& missing = event.roles.sources.empty() ? event.roles.sources : event.roles.targets;
    const auto has = [&](std::uint32_t wanted) {
        return std::any_of(known.begin(), known.end(), [&](std::uint32_t actor) {
            return reading.actors[actor].country == reading.actors[wanted].country;
        });
    };
    const bool first = has(pair.front());
    const bool second = has(pair.back());
    if (!first && !second) {
        return;
    }
    if (first && second) {
        known = {pair.front()};  // "Ethiopia and Eritrea have pulled out soldiers": each other's
    }
    missing = {first ? pair.back() : pair.front()};
    event.roles.linked = false;
    event.confidence = hardly_sure;
}

/// The verb of the past of a clause with a subject of the pair: "inaugurated", "swapped". `none` if it has none that
/// may tell a deed.
std::uint32_t past_verb_of(const Reading& reading, const Clause& clause, const ActorList& pair) {
    constexpr std::string_view tells_nothing[] = {"said", "told",   "called", "named",    "based",    "born",  "took",
                                                  "won",  "shared", "lived",  "remained", "believed", "became"};
    const bool acts = std::any_of(pair.begin(), pair.end(), [&](std::uint32_t actor) {
        const std::string_view link = link_of(reading, actor, clause.words.first);
        return (link == "object" || link == "of") &&
               std::find(clause.subject.begin(), clause.subject.end(), actor) != clause.subject.end();
    });
    if (clause.verb == none || !clause.own_subject || !acts) {
        return none;
    }
    for (std::uint32_t at = clause.verb; at < std::min(clause.words.last, clause.verb + 5); ++at) {
        const words::Word& word = reading.words[at];
        const Meaning* meaning = reading.meanings[at];
        const bool past = word.in(words::EndsInEd) || (meaning != nullptr && (meaning->form & Past) != 0);
        const bool excluded = meaning != nullptr && std::any_of(meaning->as_verb.begin(), meaning->as_verb.end(),
                                                                [](const Entry* entry) { return entry->label == "-"; });
        if (word.is("are") || word.is("is")) {
            if (at + 1 < clause.words.last && !reading.words[at + 1].is("to")) {
                return none;  // "are linked by cables"
            }
        }
        if (word.is("to") && at > clause.verb && reading.words[at - 1].in(words::Be) && at + 1 < clause.words.last) {
            return at + 1;  // "are to bring"
        }
        if (past && word.mention == none && !excluded && !one_of(word.lower, tells_nothing)) {
            return at;
        }
    }
    return none;
}

struct Told {
    const Clause* clause = nullptr;
    Trigger trigger;
};

/// The first deed of the lexicon in a clause that names one of the pair, else the first verb of the past in one.
std::optional<Told> deed_of(const Reading& reading, const std::vector<Clause>& clauses, const ActorList& pair) {
    std::optional<Told> unknown;
    for (const Clause& clause : clauses) {
        if (!names_one_of(reading, clause, pair)) {
            continue;
        }
        Told told{&clause, {}};
        for (std::uint32_t at = clause.words.first; at < clause.words.last; ++at) {
            told.trigger = {};
            told.trigger.word = at;
            told.trigger.reach = {at + 1, clause.words.last};
            told.trigger.entry = row_of(reading, clause, told.trigger);
            if (told.trigger.entry != nullptr) {
                return told;
            }
        }
        const std::uint32_t past = past_verb_of(reading, clause, pair);
        if (!unknown && past != none) {
            told.trigger = {};
            told.trigger.word = past;
            unknown = told;
        }
    }
    return unknown;
}

}  // namespace

std::optional<Event> bare_pair(const Reading& reading, Span span, const std::vector<Clause>& clauses,
                               std::span<Event> events) {
    if (std::any_of(events.begin(), events.end(), two_sided)) {
        return std::nullopt;
    }
    const ActorList pair = acting(reading, span);
    if (pair.size() != 2 || doubtful(reading, span)) {
        return std::nullopt;
    }
    if (!events.empty()) {
        complete(reading, pair, events.front());
        return std::nullopt;
    }
    const std::optional<Told> told = deed_of(reading, clauses, pair);
    if (!told) {
        return std::nullopt;
    }
    const bool planned = is_planned(reading, *told->clause, told->trigger);
    const Entry* entry = told->trigger.entry;
    Event event;
    event.clause = told->clause->words;
    event.trigger = told->trigger.word;
    if (entry != nullptr) {
        event.label = planned ? intended(entry->label) : entry->label;
    }
    event.status = told->clause->speech != none ? "claim" : planned ? "plan" : "fact";
    event.evidence = entry != nullptr ? std::string_view(entry->place) : "verb";
    event.roles.sources = {pair.front()};
    event.roles.targets = {pair.back()};
    event.roles.linked = false;
    event.confidence = hardly_sure;
    event.what = wording_of(reading, *told->clause, event.roles, told->clause->words.last);
    return event;
}

}  // namespace events
