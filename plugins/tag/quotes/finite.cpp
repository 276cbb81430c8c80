#include "finite.h"

namespace quotes {

using words::none;
using words::one_of;
using words::Span;
using words::Words;

bool has_finite(const Words& words, Span span) {
    for (std::uint32_t at = span.first; at < span.last; ++at) {
        if ((words::classes_of(words[at].lower) & words::Finite) != 0) {
            return true;
        }
    }
    return false;
}

bool is_noun_here(const Words& words, std::uint32_t at, std::uint32_t first) {
    constexpr std::string_view before_nouns[] = {"the",  "a",   "an",    "this", "that",   "these", "those", "its",
                                                 "his",  "her", "their", "our",  "'s",     "’s",    "no",    "any",
                                                 "some", "of",  "joint", "new",  "latest", "more"};
    if (at == first) {
        return false;
    }
    const words::Word& word = words[at];
    const words::Word& before = words[at - 1];
    if (one_of(before.lower, before_nouns)) {
        return true;
    }
    // A form without an ending is a verb only after what governs it.
    const bool bare = !word.lower.ends_with("ed") && !word.lower.ends_with("s") && !word.lower.ends_with("ing");
    constexpr std::string_view nouns[] = {"claim",   "report", "note",   "hope",   "fear",   "state",   "call",
                                          "promise", "vow",    "stress", "point",  "hint",   "answer",  "demand",
                                          "quote",   "reply",  "pledge", "remark", "signal", "caution", "boast"};
    if (bare && one_of(word.lower, nouns)) {
        constexpr std::string_view governors[] = {"to",  "will", "would", "could", "should",
                                                  "may", "they", "we",    "i",     "not"};
        return !one_of(before.lower, governors) && !before.lower.ends_with("s");
    }
    return false;
}

}  // namespace quotes
