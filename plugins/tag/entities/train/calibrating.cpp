#include "calibrating.h"

#include <cmath>

namespace entities::train {

Calibration calibrate(const std::vector<Trial>& trials) {
    double slope = 0;
    double intercept = 0;
    constexpr int steps = 50;
    for (int step = 0; step < steps; ++step) {
        // Newton's method; the ridge keeps the matrix invertible.
        constexpr double ridge = 1e-6;
        double gradient_a = 0;
        double gradient_b = 0;
        double aa = ridge;
        double ab = 0;
        double bb = ridge;
        for (const Trial& trial : trials) {
            const double lead = trial.lead;
            const double p = 1 / (1 + std::exp(-(slope * lead + intercept)));
            const double error = (trial.right ? 1 : 0) - p;
            gradient_a += error * lead;
            gradient_b += error;
            aa += p * (1 - p) * lead * lead;
            ab += p * (1 - p) * lead;
            bb += p * (1 - p);
        }
        const double determinant = aa * bb - ab * ab;
        slope += (bb * gradient_a - ab * gradient_b) / determinant;
        intercept += (aa * gradient_b - ab * gradient_a) / determinant;
    }
    return {static_cast<float>(slope), static_cast<float>(intercept)};
}

}  // namespace entities::train
