// How much of the document each sentence tells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sentence.h"

namespace salience {

/// What each kind of evidence adds to a score at most, and what weakness takes away.
struct Weights {
    double centroid = 1.0;   // likeness of its words to those of the whole document
    double position = 0.5;   // half of it for the second sentence, a third for the third …
    double title = 0.3;      // share of the title's words in it
    double entities = 0.05;  // names
    double date = 0.05;      // a date
    double too_short = 0.8;
    double too_long = 0.5;
    double apparatus = 1.0;  // headings, bylines
    double list_item = 0.3;
    double quote_tail = 0.4;
    double leans_back = 0.3;  // unless the sentence before it is taken too
};

/// The scores of all sentences, without what coherence takes away. `title` holds the numbers of the title's content
/// words, `vocabulary` is the number of different content words, and sentences of fewer than `shortest` words are weak.
std::vector<double> score_sentences(const std::vector<Sentence>& sentences, const std::vector<std::uint32_t>& title,
                                    std::size_t vocabulary, std::size_t shortest, const Weights& weights);

}  // namespace salience
