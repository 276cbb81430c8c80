// What a sentence is worth by itself: sentences that cannot be understood without the one before them lose.
#pragma once

#include <string_view>
#include <vector>

#include "quotation.h"
#include "sentence.h"
#include "vocabulary.h"
#include "weights.h"
#include "wording.h"

namespace summarize {

/// True if the text begins with a pronoun or another of the `openers` that lean on what came before, or has "also"
/// among its first words.
bool leans_back(std::string_view text, const WordList& openers);

/// For each sentence, how many that are not of Kind::Apparatus stand before it.
std::vector<std::size_t> positions_of(const std::vector<Sentence>& sentences);

/// What a sentence is worth by itself and after the sentence before it, and what its length takes away: where only
/// sentences are counted, and where words or characters are.
struct Worth {
    double alone = 0;
    double after_previous = 0;
    double cost = 0;
    double cost_in_budget = 0;
};

/// More than this the sentence is not worth, however it is worded, with `position` others before it. Quickly known.
double most_worth(const Sentence& sentence, std::size_t position, const Weights& weights);

/// The worth of a sentence as it is worded, with `position` others before it.
Worth worth_of(const Sentence& sentence, const Wording& wording, std::size_t position, const WordList& openers,
               const Weights& weights);

}  // namespace summarize
