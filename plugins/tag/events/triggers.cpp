#include "triggers.h"

#include <algorithm>

#include "candidates.h"
#include "conditions.h"
#include "links.h"
#include "unknown_deeds.h"

namespace events {

using words::none;
using words::one_of;
using words::Span;

namespace {

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

bool denied_before(const Reading& reading, std::uint32_t at, const Clause& clause) {
    for (std::uint32_t left = clause.words.first; left < at; ++left) {
        if (reading.lower(left) == "denied" || reading.lower(left) == "denies" || reading.lower(left) == "deny") {
            return true;
        }
    }
    return false;
}

/// "Will isolate itself", but not "blew himself up", "offered itself as a go-between", "allied itself with".
bool acts_on_itself(const Reading& reading, const Entry& entry, const Trigger& trigger) {
    constexpr std::string_view others_too[] = {"ASSAULT", "AGREE"};
    constexpr std::string_view reflexive[] = {"itself", "himself", "herself", "themselves"};
    return entry.acts_on_object() && !one_of(entry.label, others_too) && trigger.word + 1 < trigger.reach.last &&
           one_of(reading.lower(trigger.word + 1), reflexive);
}

/// The row that tells what a verb does; null if none does.
const Entry* row_of_verb(const Reading& reading, const Trigger& trigger, const Clause& clause) {
    const Meaning& meaning = *reading.meanings[trigger.word];
    const bool refuses = trigger.negated && has_refusal(meaning);
    for (const Entry* entry : meaning.as_verb) {
        if ((entry->negated || !refuses) && fits(reading, *entry, trigger, clause)) {
            return entry->label == "-" || acts_on_itself(reading, *entry, trigger) ? nullptr : entry;
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
        if (reading.meanings[at] == nullptr || !may_trigger(reading, at, clause)) {
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
