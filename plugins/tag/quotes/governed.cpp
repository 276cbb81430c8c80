#include "governed.h"

#include <algorithm>

#include "finite.h"

namespace quotes {

using words::none;
using words::one_of;
using words::Span;
using words::Words;

namespace {

constexpr std::string_view between[] = {
    "on",        "in",       "a",      "statement", "communique", "late",  "later",     "monday",    "tuesday",
    "wednesday", "thursday", "friday", "saturday",  "sunday",     "today", "yesterday", "again",     "also",
    "earlier",   "clear",    "out",    "it",        "confidence", "hope",  "concern",   "repeatedly"};

class Governed {
public:
    Governed(const Words& words, Span sentence) : words_(words), span_(sentence) {}

    std::uint32_t begin(std::uint32_t at, Cue cue) const {
        std::uint32_t next = at + 1;
        constexpr std::uint32_t farthest = 8;
        for (std::uint32_t that = next; that < std::min(span_.last, next + farthest); ++that) {
            if (words_[that].is("that")) {
                const bool close = that == next || cue != Cue::That || all_between(next, that);
                return close && that + 1 < span_.last ? that + 1 : none;
            }
            if (!words_[that].letters || (cue != Cue::Listener && has_finite(words_, {that, that + 1}))) {
                break;
            }
        }
        if (cue == Cue::That) {
            return none;
        }
        while (next < span_.last && one_of(words_[next].lower, between) && !is_pronoun(next)) {
            ++next;
        }
        if (cue == Cue::Listener) {
            next = after_listener(next);
        }
        if (next >= span_.last || !begins_clause(next) || !has_finite_soon(next)) {
            return none;
        }
        return next;
    }

private:
    bool is(std::uint32_t at, std::string_view word) const { return at < span_.last && words_[at].is(word); }

    bool all_between(std::uint32_t at, std::uint32_t last) const {
        while (at < last && one_of(words_[at].lower, between)) {
            ++at;
        }
        return at == last;
    }

    bool is_pronoun(std::uint32_t at) const { return words_[at].is("it") && !is(at + 1, "clear"); }

    std::uint32_t after_listener(std::uint32_t at) const {
        constexpr std::string_view listeners[] = {"reporters", "journalists", "parliament", "lawmakers", "him",
                                                  "her",       "them",        "us",         "me"};
        if (at >= span_.last) {
            return at;
        }
        if (words_[at].mention != none) {
            return words_.mentions()[words_[at].mention].last;
        }
        return one_of(words_[at].lower, listeners) ? at + 1 : span_.last;
    }

    bool begins_clause(std::uint32_t at) const {
        constexpr std::string_view no_subject[] = {"to",    "for",  "of",      "by",  "with", "from", "as",
                                                   "about", "into", "against", "and", "or",   "so",   "more"};
        return (words_[at].letters || words_[at].is("“") || words_[at].is("\"")) &&
               !one_of(words_[at].lower, no_subject);
    }

    bool has_finite_soon(std::uint32_t at) const {
        constexpr std::uint32_t farthest = 16;
        constexpr std::string_view pronouns[] = {"it", "he", "she", "they", "we"};
        if (one_of(words_[at].lower, pronouns)) {
            return at + 1 < span_.last && words_[at + 1].letters;
        }
        std::uint32_t last = at + 1;
        while (last < std::min(span_.last, at + farthest) && !words_[last].is(",")) {
            ++last;
        }
        return has_finite(words_, {at + 1, last});
    }

    const Words& words_;
    Span span_;
};

}  // namespace

std::uint32_t governed_clause(const Words& words, Span sentence, std::uint32_t verb, Cue cue) {
    return Governed(words, sentence).begin(verb, cue);
}

}  // namespace quotes
