// Clusters words by the words that stand beside them: the exchange algorithm (Kneser & Ney 1993) on pairs of a class
// and a neighbouring word (Uszkoreit & Brants 2008), taken on both sides; coarse classes first, which are then split in
// turn.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "../clusters.h"

namespace entities::train {

/// A neighbour of a word and how often it is one.
struct Neighbour {
    std::uint32_t context = 0;
    std::uint32_t count = 0;
};

/// Words, the most frequent first, each with its neighbours.
using Neighbourhoods = std::vector<std::vector<Neighbour>>;

/// The path of each word. Every class is split into `sizes[grain]` at each grain. Deterministic.
std::vector<Clusters::Path> cluster(const Neighbourhoods& words, std::uint32_t contexts,
                                    const std::array<unsigned, Clusters::grains>& sizes, unsigned rounds);

}  // namespace entities::train
