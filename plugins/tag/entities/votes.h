// What the first pass over a document found, as features of the second: how the same word, and the same name, were
// labelled elsewhere.
#pragma once

#include <cstdint>
#include <span>

#include "features.h"
#include "words.h"

namespace entities {

/// Gives `target` the features that `labels`, one a word, give the words in `runs`.
template <class Target>
void extract_votes(const Words& words, std::span<const Range> runs, std::span<const std::uint8_t> labels,
                   Target& target);

}  // namespace entities
