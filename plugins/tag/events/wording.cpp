#include "wording.h"

#include <algorithm>

namespace events {

using words::none;
using words::one_of;
using words::Span;

std::uint32_t first_word(const Reading& reading, const Clause& clause) {
    constexpr std::uint32_t longest_list = 20;
    if (clause.own_subject && !clause.subject.empty()) {
        const std::uint32_t first = reading.actors[clause.subject.front()].words.first;
        if (first < clause.words.first && clause.words.first - first <= longest_list) {
            return first;
        }
    }
    return clause.words.first;
}

namespace {

/// "The agency announced": a subject that is no actor, so that none taken over from another clause goes before it.
bool has_noun_before_verb(const Reading& reading, const Clause& clause, std::uint32_t first) {
    for (std::uint32_t at = first; clause.verb != none && at < clause.verb; ++at) {
        if (reading.words[at].letters && !reading.words[at].in(words::Adverb)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::string wording_of(const Reading& reading, const Clause& clause, const Roles& roles, std::uint32_t reach_end) {
    constexpr std::uint32_t longest = 30;
    Span span{first_word(reading, clause), std::min(reach_end, clause.words.first + longest)};
    constexpr std::string_view connectives[] = {"and",  "but",   "or",  "while", "after", "before",
                                                "when", "which", "who", "as",    "that",  "where"};
    while (span.first + 1 < span.last && one_of(reading.lower(span.first), connectives)) {
        ++span.first;
    }
    std::string text;
    if (!clause.own_subject && !roles.sources.empty() && !clause.subject.empty()) {
        constexpr std::string_view pronouns[] = {"it", "he", "she", "they", "we", "i"};
        if (one_of(reading.lower(span.first), pronouns) && span.first + 1 < span.last) {
            ++span.first;
        }
        if (!has_noun_before_verb(reading, clause, span.first)) {
            text = std::string(reading.words.text(reading.actors[clause.subject.front()].words)) + " ";
        }
    }
    for (const char c : reading.words.text(span)) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space || (!text.empty() && text.back() != ' ')) {
            text += space ? ' ' : c;
        }
    }
    return text;
}

}  // namespace events
