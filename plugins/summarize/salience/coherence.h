// Sentences that cannot be understood without the one before them.
#pragma once

#include <string_view>
#include <vector>

#include "sentence.h"
#include "vocabulary.h"

namespace salience {

/// True if the sentence begins with a pronoun or another of the `openers` that lean on what came before.
bool leans_back(std::string_view sentence, const WordList& openers);

/// For each sentence, whether it goes on or ends a quotation that a sentence before it in its paragraph opened.
std::vector<bool> quote_tails(const std::vector<Sentence>& sentences);

}  // namespace salience
