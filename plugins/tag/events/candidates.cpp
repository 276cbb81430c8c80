#include "candidates.h"

namespace events {

using words::none;
using words::one_of;

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

}  // namespace

bool may_trigger(const Reading& reading, std::uint32_t at, const Clause& clause) {
    if (clause.describes) {
        return at == clause.verb;
    }
    const Meaning* meaning = reading.meanings[at];
    if (meaning->form == 0 || (reading.words[at].mention != none && reading.words[at].capital)) {
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

bool may_be(const Reading& reading, std::uint32_t at, const Clause& clause) {
    constexpr std::string_view modals[] = {"might", "may", "could"};
    const std::uint32_t left = word_before(reading, at, clause.words.first);
    const bool be = left != none && reading.words[left].in(words::Be) && left > clause.words.first;
    const std::uint32_t modal = be ? word_before(reading, left, clause.words.first) : left;
    return modal != none && one_of(reading.lower(modal), modals);
}

}  // namespace events
