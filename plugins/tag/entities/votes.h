// What the first pass over a document found, as features of the second: how the same word, and the same name, were
// labelled elsewhere.
#pragma once

#include <cstdint>
#include <span>

#include "features.h"
#include "words.h"

namespace entities {

/// Fills `features` with those that `labels`, one a word, give the words in `runs`.
void extract_votes(const Words& words, std::span<const Range> runs, std::span<const std::uint8_t> labels,
                   Features& features);

}  // namespace entities
