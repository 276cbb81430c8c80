#include "triggers.h"

#include <algorithm>

#include "conditions.h"
#include "links.h"
#include "unknown_deeds.h"

namespace events {

using words::none;
using words::one_of;
using words::Span;

namespace {

/// "has" and "had" before a participle are no verbs of their own.
bool governs_participle(const Reading& reading, std::uint32_t at, const Clause& clause) {
    if (!reading.words[at].in(words::Auxiliary)) {
        return false;
    }
    std::uint32_t next = at + 1;
    while (next < clause.words.last && (reading.words[next].in(words::Adverb) || reading.lower(next) == "not")) {
        ++next;
    }
    if (next >= clause.words.last) {
        return false;
    }
    const Meaning* meaning = reading.meanings[next];
    return reading.words[next].in(words::Auxiliary) || (meaning != nullptr && (meaning->form & Participle) != 0) ||
           reading.lower(next).ends_with("ed");
}

/// A participle without an auxiliary where the clause has its verb already, or has it still to come: "a force sent to
/// protect ships", "a militant killed in 2004 was …".
bool reduced(const Reading& reading, std::uint32_t at, const Clause& clause) {
    if ((reading.meanings[at]->form & Participle) == 0 || (reading.meanings[at]->form & Base) != 0) {
        return false;
    }
    const std::uint32_t left = word_before(reading, at, clause.words.first);
    if (left != none && reading.words[left].in(words::Auxiliary)) {
        return false;
    }
    if (clause.verb != none && clause.verb < at && reading.lower(clause.verb) != "to") {
        return true;
    }
    constexpr std::string_view ties[] = {"in", "on", "from", "at", "near", "during", "since", "with", "by"};
    if (at + 1 >= clause.words.last || !one_of(reading.lower(at + 1), ties)) {
        return false;
    }
    for (std::uint32_t later = at + 2; later < clause.words.last; ++later) {
        if (reading.words[later].in(words::Auxiliary) && reading.lower(later) != "having" &&
            reading.lower(later) != "being") {
            return reading.lower(later - 1) != "to";
        }
    }
    return false;
}

/// "Its decision to send troops was welcomed": what is decided on is not what the clause tells.
bool tells_what_of(const Reading& reading, std::uint32_t at, const Clause& clause) {
    constexpr std::string_view nouns[] = {"decision", "plan", "plans", "refusal", "attempt", "attempts", "bid",
                                          "proposal", "move", "offer", "effort",  "efforts", "threat"};
    if (at < clause.words.first + 2 || reading.lower(at - 1) != "to" || !one_of(reading.lower(at - 2), nouns)) {
        return false;
    }
    for (std::uint32_t later = at + 1; later < clause.words.last; ++later) {
        if (reading.words[later].in(words::Auxiliary) && !reading.words[later - 1].is("to")) {
            return true;
        }
    }
    return false;
}

/// Verbs after "to" count too, where the verb before says nothing itself: "began to sell", "arrived to discuss".
bool may_trigger(const Reading& reading, std::uint32_t at, const Clause& clause) {
    if (clause.describes) {
        return at == clause.verb;
    }
    const Meaning* meaning = reading.meanings[at];
    if (meaning == nullptr || meaning->form == 0 || (reading.words[at].mention != none && reading.words[at].capital)) {
        return false;
    }
    for (std::uint32_t left = at; left > clause.words.first && at - left < 4; --left) {
        if (reading.lower(left - 1) == "what") {
            return false;  // "what had been agreed"
        }
    }
    const bool bare = (meaning->form & (Past | Participle | Ing)) == 0;
    if (bare && clause.verb != none && clause.verb < at && reading.words[at - 1].mention != none) {
        return false;  // "to bring the United States back"
    }
    if (tells_what_of(reading, at, clause)) {
        return false;
    }
    if (is_verb(reading, at, clause.words)) {
        constexpr std::string_view phases[] = {"began", "begun",     "begin",    "begins",    "started", "starts",
                                               "start", "continued", "continue", "continues", "kept",    "resumed"};
        const bool phase = one_of(reading.lower(at), phases) && at + 1 < clause.words.last &&
                           reading.meanings[at + 1] != nullptr && (reading.meanings[at + 1]->form & Ing) != 0;
        if (phase) {
            return false;  // "began expelling"
        }
        return !governs_participle(reading, at, clause) && !reduced(reading, at, clause);
    }
    const bool participle = clause.kind == ClauseKind::Participle && (meaning->form & (Ing | Participle)) != 0 &&
                            at <= clause.words.first + 1;
    const bool governed = at > clause.words.first && reading.lower(at - 1) != "of" &&
                          (reading.words[at - 1].in(words::Preposition) || reading.words[at - 1].in(words::Auxiliary) ||
                           (reading.meanings[at - 1] != nullptr && reading.meanings[at - 1]->form != 0));
    const bool gerund =
        (meaning->form & Ing) != 0 && governed && meaning->as_noun.empty() && (clause.verb != none && at > clause.verb);
    return participle || gerund;
}

/// "Accused by India of sheltering rebels, Pakistan …"
bool leads_as_passive(const Reading& reading, std::uint32_t at, const Clause& clause) {
    return clause.kind == ClauseKind::Participle && at == clause.words.first &&
           (reading.meanings[at]->form & Participle) != 0 && at + 1 < clause.words.last &&
           reading.lower(at + 1) == "by";
}

/// Whether the lexicon says what the verb means when it is negated: "will not negotiate".
bool has_refusal(const Meaning& meaning) {
    return std::any_of(meaning.as_verb.begin(), meaning.as_verb.end(),
                       [](const Entry* entry) { return entry->negated; });
}

/// "Might send an envoy": it is not said that it will.
bool may_be(const Reading& reading, std::uint32_t at, const Clause& clause) {
    constexpr std::string_view modals[] = {"might", "may", "could"};
    const std::uint32_t left = word_before(reading, at, clause.words.first);
    const bool be = left != none && reading.words[left].in(words::Be) && left > clause.words.first;
    const std::uint32_t modal = be ? word_before(reading, left, clause.words.first) : left;
    return modal != none && one_of(reading.lower(modal), modals);
}

bool denied_before(const Reading& reading, std::uint32_t at, const Clause& clause) {
    for (std::uint32_t left = clause.words.first; left < at; ++left) {
        if (reading.lower(left) == "denied" || reading.lower(left) == "denies" || reading.lower(left) == "deny") {
            return true;
        }
    }
    return false;
}

/// The row that tells what a verb does; null if none does.
const Entry* row_of_verb(const Reading& reading, const Trigger& trigger, const Clause& clause) {
    const Meaning& meaning = *reading.meanings[trigger.word];
    const bool refuses = trigger.negated && has_refusal(meaning);
    for (const Entry* entry : meaning.as_verb) {
        if ((entry->negated || !refuses) && fits(reading, *entry, trigger, clause)) {
            return entry->label == "-" ? nullptr : entry;
        }
    }
    return nullptr;
}

const Entry* row_of_noun(const Reading& reading, const Trigger& trigger, const Clause& clause) {
    for (const Entry* entry : reading.meanings[trigger.word]->as_noun) {
        if (!fits(reading, *entry, trigger, clause)) {
            continue;
        }
        if (entry->label == "-") {
            return nullptr;
        }
        if (!entry->link_needed || has_target(reading, *entry, trigger.word, trigger.reach) ||
            (entry->symmetric && clause.own_subject && clause.subject.size() > 1 && clause.verb < trigger.word)) {
            return entry;
        }
    }
    return nullptr;
}

/// Without a row if the verb tells nothing.
Trigger verb_trigger(const Reading& reading, const Clause& clause, std::uint32_t at, std::uint32_t reach_end) {
    Trigger trigger;
    trigger.word = at;
    trigger.passive =
        clause.describes || is_passive(reading, at, clause.words.first) || leads_as_passive(reading, at, clause);
    trigger.negated = is_negated(reading, at, clause.words);
    trigger.reach = {at + 1, reach_end};
    trigger.entry = row_of_verb(reading, trigger, clause);
    trigger.infinitive = at + 2 < reach_end && reading.lower(at + 1) == "to" && reading.lower(at + 2) != "death" &&
                         !reading.words[at + 2].capital && reading.words[at + 2].mention == none;
    trigger.denied = denied_before(reading, at, clause);
    return trigger;
}

/// Without a row if the noun tells nothing.
Trigger noun_trigger(const Reading& reading, const Clause& clause, std::uint32_t at, std::uint32_t reach_end) {
    Trigger trigger;
    trigger.word = at;
    trigger.noun = true;
    trigger.negated = is_negated(reading, at, clause.words);
    trigger.reach = {at + 1, reach_end};
    trigger.entry = row_of_noun(reading, trigger, clause);
    return trigger;
}

}  // namespace

std::optional<Trigger> trigger_of(const Reading& reading, const Clause& clause, std::uint32_t reach_end) {
    if (clause.kind == ClauseKind::Conditional) {
        return std::nullopt;
    }
    const bool may_have_verb = clause.verb != none || clause.kind == ClauseKind::Participle;
    for (std::uint32_t at = clause.words.first; may_have_verb && at < clause.words.last; ++at) {
        if (!may_trigger(reading, at, clause)) {
            continue;
        }
        if (may_be(reading, at, clause)) {
            return std::nullopt;
        }
        if (const Trigger trigger = verb_trigger(reading, clause, at, reach_end); trigger.entry != nullptr) {
            return trigger;
        }
    }
    for (std::uint32_t at = clause.words.first; at < clause.words.last; ++at) {
        if (reading.meanings[at] == nullptr || reading.meanings[at]->as_noun.empty()) {
            continue;
        }
        if (const Trigger trigger = noun_trigger(reading, clause, at, reach_end); trigger.entry != nullptr) {
            return trigger;
        }
    }
    return unknown_deed(reading, clause);
}

std::vector<Trigger> reduced_passives(const Reading& reading, const Clause& clause) {
    constexpr std::string_view told[] = {"ASSAULT", "COERCE", "SANCTION", "RETREAT", "ACCUSE", "REJECT"};
    constexpr std::uint32_t farthest = 6;
    std::vector<Trigger> found;
    for (std::uint32_t at = clause.words.first + 1; at + 1 < clause.words.last; ++at) {
        const Meaning* meaning = reading.meanings[at];
        if (!reading.words[at + 1].is("by") || meaning == nullptr || (meaning->form & Participle) == 0 ||
            is_passive(reading, at, clause.words.first)) {
            continue;
        }
        const Span before =
            reading.actors.in({at > farthest ? std::max(clause.words.first, at - farthest) : clause.words.first, at});
        if (before.empty()) {
            continue;
        }
        Trigger trigger;
        trigger.word = at;
        trigger.passive = true;
        trigger.reach = {at + 1, clause.words.last};
        const Span after = reading.actors.in(trigger.reach);
        if (after.empty() || link_of(reading, after.first, at + 1) != "by") {
            continue;  // "executed by its soldiers"
        }
        trigger.entry = first_fitting(reading, meaning->as_verb, trigger, clause);
        if (trigger.entry != nullptr && one_of(trigger.entry->label, told)) {
            found.push_back(trigger);
        }
    }
    return found;
}

std::string_view class_intended(const Reading& reading, const Trigger& trigger) {
    Trigger inner = trigger;
    const std::uint32_t infinitive = infinitive_after(reading, trigger.word, trigger.reach);
    inner.word = infinitive != none ? infinitive : trigger.word + 1;
    inner.negated = inner.passive = false;
    if (inner.word >= trigger.reach.last || reading.meanings[inner.word] == nullptr) {
        return {};
    }
    inner.reach.first = inner.word + 1;
    Clause clause;
    clause.words = trigger.reach;
    const Entry* meant = first_fitting(reading, reading.meanings[inner.word]->as_verb, inner, clause);
    return meant != nullptr ? meant->label : std::string_view();
}

}  // namespace events
