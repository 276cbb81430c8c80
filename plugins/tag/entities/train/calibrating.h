// Learns how far a model's word can be trusted: a logistic regression from leads of scores to whether the name was
// right (Platt 1999).
#pragma once

#include <vector>

#include "../model.h"

namespace entities::train {

struct Trial {
    float lead = 0;
    bool right = false;
};

Calibration calibrate(const std::vector<Trial>& trials);

}  // namespace entities::train
