#include "bare_pairs.h"

#include <algorithm>

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

bool two_sided(const Reading& reading, const Event& event) {
    return event.roles.stays_within ||
           (any_country(reading, event.roles.sources) && any_country(reading, event.roles.targets));
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
    constexpr std::string_view doubts[] = {"not",     "no", "never",   "cannot", "should",
                                           "without", "if", "whether", "unless"};
    for (std::uint32_t at = span.first; at < span.last; ++at) {
        const std::string_view word = reading.lower(at);
        if (one_of(word, doubts) || word.ends_with("n't") || word.ends_with("n’t")) {
            return true;
        }
    }
    return tells_of(reading, span, reading.nature) || tells_of(reading, span, reading.off_topic);
}

/// The row of the first word that may tell a deed, wherever its actors stand.
const Entry* row_of(const Reading& reading, const Clause& clause, Trigger& trigger) {
    const Meaning* meaning = reading.meanings[trigger.word];
    const words::Word& word = reading.words[trigger.word];
    if (meaning == nullptr || (word.capital && word.mention != none)) {
        return nullptr;
    }
    for (const bool noun : {false, true}) {
        constexpr std::uint8_t finite = Base | Third;  // which look like nouns
        const bool verb = (meaning->form & finite) == 0 || is_verb(reading, trigger.word, clause.words);
        const bool police = trigger.word + 1 < clause.words.last && reading.lower(trigger.word + 1) == "police";
        if (noun ? police : word.capital || !verb) {
            continue;  // "riot police", "Trade between …"
        }
        trigger.noun = noun;
        for (const Entry* entry : noun ? meaning->as_noun : meaning->as_verb) {
            Entry loose = *entry;
            loose.target_needed = false;
            if (entry->label != "INTENT" && fits(reading, loose, trigger, clause)) {
                return entry->label == "-" ? nullptr : entry;
            }
        }
    }
    return nullptr;
}

}  // namespace

void add_bare_pair(const Reading& reading, std::uint32_t sentence, Span span, const std::vector<Clause>& clauses,
                   std::size_t first, std::vector<Event>& events) {
    const auto own = events.begin() + static_cast<std::ptrdiff_t>(first);
    if (std::any_of(own, events.end(), [&](const Event& event) { return two_sided(reading, event); })) {
        return;
    }
    const ActorList pair = acting(reading, span);
    if (pair.size() != 2 || doubtful(reading, span)) {
        return;
    }
    for (const Clause& clause : clauses) {
        for (std::uint32_t at = clause.words.first; at < clause.words.last; ++at) {
            Trigger trigger;
            trigger.word = at;
            trigger.reach = {at + 1, clause.words.last};
            const Entry* entry = row_of(reading, clause, trigger);
            if (entry == nullptr) {
                continue;
            }
            Event event;
            event.clause = clause.words;
            event.sentence = sentence;
            event.trigger = at;
            event.label = entry->label;
            event.status = clause.speech != none ? "claim" : "fact";
            event.evidence = entry->place;
            event.roles.sources = {pair.front()};
            event.roles.targets = {pair.back()};
            event.roles.linked = false;
            event.confidence = hardly_sure;
            event.what = wording_of(reading, clause, event.roles, clause.words.last);
            events.erase(events.begin() + static_cast<std::ptrdiff_t>(first), events.end());
            events.push_back(std::move(event));
            return;
        }
    }
}

}  // namespace events
