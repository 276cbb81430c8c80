// The closed classes of English: the small words by which annotators find clauses, verbs and speech without a parser.
#pragma once

#include <cstdint>
#include <string_view>

namespace words {

/// Bits; a word may be in several classes.
enum Class : std::uint32_t {
    Be = 1U << 0U,         ///< a form of "be"
    Auxiliary = 1U << 1U,  ///< a form of "be", "have" or "do", or a modal verb
    Future = 1U << 2U,     ///< "will", "may" …: what follows has not happened
    Preposition = 1U << 3U,
    Subordinator = 1U << 4U,  ///< "after", "because", "if" …
    Conditional = 1U << 5U,   ///< "if", "unless", "whether"
    Relative = 1U << 6U,      ///< "who", "which" …
    Adverb = 1U << 7U,        ///< listed, or ends in "ly"
    Determiner = 1U << 8U,    ///< or an adjective that only stands before nouns: a noun follows
    CommonVerb = 1U << 9U,    ///< forms of common irregular verbs
    Finite = 1U << 10U,       ///< could be a finite verb: an auxiliary, "-ed", a common irregular past form
    EndsInEd = 1U << 11U,
    Connective = 1U << 13U,  ///< "and", "but", "that" …: a clause may begin
    Break = 1U << 12U,       ///< a mark of punctuation that parts clauses
};

/// The classes of a word or mark in lower case.
std::uint32_t classes_of(std::string_view word);

}  // namespace words
