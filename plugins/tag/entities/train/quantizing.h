// Turns weights into the small whole numbers of a model file.
#pragma once

#include <vector>

#include "../model.h"
#include "perceptron.h"

namespace entities::train {

struct Quantized {
    ScoreTransitions transitions{};
    std::vector<Model::Row> rows;
    float scale = 1;  ///< what a weight was multiplied by
};

/// All but the few largest weights keep their proportions; those are cut.
Quantized quantize(const Weights& weights);

}  // namespace entities::train
