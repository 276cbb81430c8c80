// Sentences that cannot be understood without the one before them.
#pragma once

#include <string_view>
#include <vector>

#include "scores.h"
#include "sentence.h"
#include "vocabulary.h"

namespace salience {

/// True if the sentence begins with a pronoun or another of the `openers` that lean on what came before, or has "also"
/// among its first words.
bool leans_back(std::string_view sentence, const WordList& openers);

/// What a sentence is worth by itself and after the sentence before it.
struct Worth {
    double alone = 0;
    double after_previous = 0;
};

/// The worth of each sentence, given its score: the penalties are for standing alone.
std::vector<Worth> worth_of(const std::vector<Sentence>& sentences, const std::vector<double>& scores,
                            const WordList& openers, const Weights& weights);

/// For each sentence, whether it goes on or ends a quotation that a sentence before it in its paragraph opened.
std::vector<bool> quote_tails(const std::vector<Sentence>& sentences);

}  // namespace salience
