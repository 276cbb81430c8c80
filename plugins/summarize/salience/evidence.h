// The concepts of a document, and what speaks for each that a summary tells it.
//
// A concept is a content word, or two words in a row within a sentence: stop words are part of what a reader
// recognizes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "wording/sentence.h"
#include "wording/vocabulary.h"
#include "wording/wording.h"

namespace summarize {

enum Feature : std::size_t {
    in_several,      // 1 if several sentences speak of it
    is_early,        // 1 / (1 + number of sentences before the first that does)
    lateness,        // logarithm of 1 + that number
    in_capitals,     // share of its mentions that have capitals, but at the beginning of a sentence
    in_quotations,   // share of its mentions in sentences with a quotation
    among_weighty,   // mean weight of the sentences around its mentions, as a logarithm
    article_length,  // logarithm of the number of sentences
    weight,          // of its weightier word, as a logarithm
    lesser_weight,   // of its other word; this and the rest are 0 for a single word
    begins_weak,     // 1 if its first word is a stop word
    ends_weak,       // 1 if its second word is
    feature_count,
};

using Features = std::array<double, feature_count>;

struct Evidence {
    std::size_t vocabulary = 0;                            // concepts from this number on are pairs
    std::vector<Features> of_concepts;                     // those that no sentence tells have none
    std::vector<std::vector<std::uint32_t>> of_sentences;  // the concepts of each, each once
    std::vector<std::array<std::uint32_t, 2>> pairs;       // the words of each pair
};

/// `title` holds the title's words; they count as told first of all. Sentences of Kind::Apparatus tell nothing.
Evidence evidence_of(const std::vector<Sentence>& sentences, const std::vector<Wording>& wordings,
                     const std::vector<Word>& title, std::size_t vocabulary);

}  // namespace summarize
