// What each kind of evidence says for a concept: how much it adds to the logarithm of the odds that a summary tells it.
// Made by `./dev bench summary_weights`; do not edit.
#pragma once

#include "evidence.h"

namespace summarize {

struct ConceptWeights {
    double bias;
    Features of_features;
};

constexpr ConceptWeights word_weights{
    -2.044, {0.777, -1.007, -0.368, 0.495, -0.249, 0.457, -0.265, 2.265, 0.000, 0.000, 0.000}};

constexpr ConceptWeights pair_weights{
    -1.505, {1.310, -1.036, -0.683, 0.968, -0.250, 0.437, -0.268, 0.334, 0.314, 0.168, -0.039}};

}  // namespace summarize
