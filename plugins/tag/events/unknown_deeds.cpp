#include "unknown_deeds.h"

#include <algorithm>

#include "conditions.h"
#include "links.h"

namespace events {

using words::none;

namespace {

/// What a verb that no row fits does to whom; the class is left open.
const Entry& unknown_verb() {
    static const Entry entry = [] {
        Entry unknown;
        unknown.targets = {"object", "to", "with", "against", "on", "from"};
        unknown.target_needed = true;
        unknown.place = "verb";
        return unknown;
    }();
    return entry;
}

}  // namespace

std::optional<Trigger> unknown_deed(const Reading& reading, const Clause& clause) {
    if (clause.verb == none || !clause.own_subject || clause.kind == ClauseKind::Participle) {
        return std::nullopt;
    }
    Trigger trigger;
    trigger.word = clause.verb;
    while (trigger.word + 1 < clause.words.last &&
           (reading.words[trigger.word].in(words::Auxiliary) || reading.words[trigger.word].in(words::Adverb))) {
        if (reading.words[trigger.word].in(words::Be)) {
            return std::nullopt;
        }
        ++trigger.word;
    }
    const words::Word& word = reading.words[trigger.word];
    const Meaning* meaning = reading.meanings[trigger.word];
    const bool past = word.lower.ends_with("ed") || (meaning != nullptr && (meaning->form & (Past | Participle)) != 0);
    const bool future = trigger.word > clause.verb && reading.words[clause.verb].in(words::Future);
    const bool excluded = meaning != nullptr && std::any_of(meaning->as_verb.begin(), meaning->as_verb.end(),
                                                            [](const Entry* entry) { return entry->label == "-"; });
    trigger.reach = {trigger.word + 1, clause.words.last};
    trigger.negated = is_negated(reading, trigger.word, clause.words);
    const bool acts = std::any_of(clause.subject.begin(), clause.subject.end(), [&](std::uint32_t actor) {
        const std::string_view link = link_of(reading, actor, clause.words.first);
        return !reading.actors[actor].country.empty() && (link == "object" || link == "of");
    });
    if ((!past && !future) || excluded || trigger.negated || !acts ||
        !has_target(reading, unknown_verb(), trigger.word, trigger.reach)) {
        return std::nullopt;
    }
    trigger.entry = &unknown_verb();
    return trigger;
}

}  // namespace events
