#include "domestic.h"

#include <algorithm>

#include "links.h"

namespace events {

using words::none;
using words::one_of;
using words::Span;

namespace {

/// What is done to a government and its forces; friendly deeds within a country are told only of its opponents.
constexpr std::string_view hostile[] = {"ASSAULT", "COERCE", "PROTEST", "ACCUSE", "THREATEN", "REJECT"};

/// Whether the noun phrase that ends at `at` names a country or whose people they are: "Turkish soldiers".
bool is_named(const Reading& reading, std::uint32_t at, std::uint32_t first) {
    constexpr std::uint32_t longest = 4;
    for (std::uint32_t left = at; left > first && at - left < longest; --left) {
        const words::Word& word = reading.words[left - 1];
        const Span here = reading.actors.in({left - 1, left});
        if (!here.empty() || is_from_abroad(reading, left - 1)) {
            return true;  // but not "Moslem rebels"
        }
        if (!word.letters || word.in(words::Preposition | words::Auxiliary)) {
            return false;
        }
    }
    return false;
}

/// Whether an actor of a country, and not only a city, begins at the word.
bool names_another(const Reading& reading, std::uint32_t at) {
    const Span here = reading.actors.in({at, at + 1});
    return !here.empty() && !reading.actors[here.first].country.empty() && !reading.actors[here.first].city &&
           !reading.actors[here.first].person;
}

/// "a rebel hideout in Congo's Garamba forest"
bool within_another(const Reading& reading, Span span, std::string_view country) {
    constexpr std::string_view where[] = {"in", "inside", "near"};
    const Span after = reading.actors.in(span);
    return !after.empty() && names_another(reading, reading.actors[after.first].words.first) &&
           reading.actors[after.first].country != country && one_of(link_of(reading, after.first, span.first), where);
}

}  // namespace

bool is_from_abroad(const Reading& reading, std::uint32_t at) {
    constexpr std::string_view abroad[] = {"foreign", "western", "international", "overseas", "expatriate"};
    constexpr std::string_view offices[] = {"minister", "ministers", "ministry", "secretary", "office", "affairs"};
    return one_of(reading.lower(at), abroad) && at + 1 < reading.words.size() &&
           !one_of(reading.lower(at + 1), offices);
}

Span own_people(const Reading& reading, const Clause& clause, const Trigger& trigger, const Actor& source) {
    const std::string_view label = trigger.entry->label;
    const bool violent = label == "ASSAULT" || label == "COERCE";
    const bool alone = label != "CONSULT" && reading.actors.only_of(source.country, trigger.word);
    const bool state_too = source.rebel || alone || one_of(label, hostile);
    const WordSet& others = violent || alone ? reading.people : reading.opponents;
    constexpr std::uint32_t farthest = 16;
    const Span after{trigger.word + 1, std::min(trigger.reach.last, trigger.word + farthest)};
    const Span before{clause.words.first, std::min(trigger.word, clause.words.last)};
    const Span around = trigger.passive ? before : after;
    for (std::uint32_t at = around.first; at < around.last; ++at) {
        const std::string_view word = reading.lower(at);
        if (reading.words[at].mention != none && names_another(reading, at)) {
            return {};
        }
        // "leaders of 14 countries"
        const bool of_others = alone && at + 1 < around.last && reading.lower(at + 1) == "of";
        const bool meant = (state_too && !of_others && reading.state.contains(word)) || others.contains(word);
        const bool owner = trigger.passive && at + 1 < around.last &&
                           reading.words[at + 1].in(words::Determiner);  // "a minister's plane"
        if (meant && !owner && reading.words[at].mention == none && !is_named(reading, at, around.first)) {
            return within_another(reading, {at + 1, trigger.reach.last}, source.country) ? Span() : Span{at, at + 1};
        }
    }
    // "The government and leftist rebels agreed"
    for (std::uint32_t at = clause.words.first + 1; at < std::min(trigger.word, clause.words.last); ++at) {
        constexpr std::uint32_t longest = 3;
        for (std::uint32_t left = at; left > clause.words.first && at - left < longest; --left) {
            if (reading.words[left - 1].is("and") && reading.opponents.contains(reading.lower(at)) &&
                !is_named(reading, at, left)) {
                return {at, at + 1};
            }
        }
    }
    return {};
}

Span own_agents(const Reading& reading, const Clause& clause, const Trigger& trigger) {
    if (!one_of(trigger.entry->label, hostile)) {
        return {};
    }
    constexpr std::uint32_t farthest = 6;
    Span agents{clause.words.first, std::min(trigger.word, clause.words.last)};
    if (trigger.passive) {
        std::uint32_t by = trigger.word + 1;
        while (by < trigger.reach.last && reading.lower(by) != "by") {
            ++by;
        }
        agents = {by + 1, std::min(trigger.reach.last, by + 1 + farthest)};
    }
    for (std::uint32_t at = agents.first; at < agents.last; ++at) {
        if (reading.words[at].mention != none && names_another(reading, at)) {
            return {};
        }
        if (reading.state.contains(reading.lower(at)) || reading.people.contains(reading.lower(at))) {
            return {at, at + 1};
        }
    }
    return {};
}

}  // namespace events
