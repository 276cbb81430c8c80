// Remembers what a model gives for parts of features that come again and again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "decoder.h"
#include "hashing.h"

namespace entities {

/// Parts of the features of a word that little decides: its own form, that of a neighbour, or how the first pass
/// labelled it and its namesakes.
enum class Part : std::uint8_t { Own, Before, After, Vote };
inline constexpr std::size_t parts = 4;

/// Of one model, from one document to the next. For one thread at a time.
class PartScores {
public:
    struct Entry {
        Hash key = 0;  ///< what decides; 0: nothing is remembered
        Emission<std::int16_t> scores{};
    };

    /// Where those for `key` are, or were before others took their place.
    Entry& at(Part part, Hash key) { return entries_[static_cast<std::size_t>(part)][key * golden_ratio >> shift]; }

private:
    static constexpr unsigned shift = 64 - 11;

    std::vector<std::array<Entry, std::size_t{1} << (64 - shift)>> entries_{parts};
};

}  // namespace entities
