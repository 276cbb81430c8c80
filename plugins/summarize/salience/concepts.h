// What a document speaks of, and how much each sentence tells of it.
//
// A summary is to cover the most of it: Filatova and Hatzivassiloglou, "A formal model for information selection in
// multi-sentence text extraction", COLING 2004; with pairs of words as concepts, Gillick and Favre, "A scalable global
// model for summarization", ILP for NLP 2009. What is told early weighs more here, as news tells the main thing first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "wording/sentence.h"
#include "wording/weights.h"

namespace summarize {

/// A concept is a content word, or two in a row within a sentence.
struct Concepts {
    std::vector<double> weights;                           // of each concept; those of all words add up to `coverage`
    std::vector<std::vector<std::uint32_t>> of_sentences;  // in ascending order, each once
};

/// `title` holds the numbers of the title's content words, `vocabulary` is the number of different content words.
/// Sentences of Kind::Apparatus tell nothing.
Concepts concepts_of(const std::vector<Sentence>& sentences, const std::vector<std::uint32_t>& title,
                     std::size_t vocabulary, const Weights& weights);

}  // namespace summarize
