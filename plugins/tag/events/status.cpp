#include "status.h"

#include <algorithm>

namespace events {

using words::one_of;
using words::Span;

bool is_planned(const Reading& reading, const Clause& clause, const Trigger& trigger) {
    constexpr std::string_view plans[] = {"expected", "scheduled", "due",   "planned", "plans",    "likely",
                                          "set",      "poised",    "ready", "about",   "planning", "slated"};
    constexpr std::string_view awaits[] = {"anticipated", "anticipates", "expects",  "expected",
                                           "awaits",      "awaited",     "upcoming", "forthcoming"};
    const std::uint32_t last = trigger.noun ? clause.words.last : trigger.word;
    for (std::uint32_t at = clause.words.first; at < last; ++at) {
        const std::string_view word = reading.lower(at);
        if (trigger.noun && one_of(word, awaits)) {
            return true;
        }
        if (reading.words[at].in(words::Future) && at >= clause.verb) {
            return true;
        }
        const bool be_before = at > clause.words.first && reading.words[at - 1].in(words::Be);
        if (one_of(word, plans) && be_before) {
            return true;
        }
        if (word == "to" && !trigger.noun && at == clause.verb && clause.kind != ClauseKind::Participle) {
            return true;  // "Norway to give Ukraine 22 jets"
        }
        constexpr std::string_view wishes[] = {"hope", "hopes",  "hoped",  "hoping", "want",    "wants",   "wanted",
                                               "wish", "wishes", "wished", "expect", "expects", "expected"};
        if (word == "to" && at > clause.words.first && one_of(reading.lower(at - 1), wishes)) {
            return true;
        }
        if (word == "to" && be_before) {
            return true;
        }
    }
    return false;
}

std::string_view intended(std::string_view label) {
    constexpr std::string_view friendly[] = {"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"};
    constexpr std::string_view hostile[] = {"SANCTION", "COERCE", "ASSAULT"};
    return one_of(label, friendly) ? "AGREE" : one_of(label, hostile) ? "THREATEN" : label;
}

bool tells_of(const Reading& reading, Span span, const WordSet& topic) {
    for (std::uint32_t at = span.first; at < span.last; ++at) {
        if (topic.contains(reading.lower(at))) {
            return true;
        }
    }
    return false;
}

}  // namespace events
