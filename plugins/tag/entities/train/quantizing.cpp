#include "quantizing.h"

#include <algorithm>
#include <cmath>

namespace entities::train {

namespace {

constexpr float largest = 127;

/// The size that all but one in two thousand of the weights stay under.
float common_size(const Weights& weights) {
    std::vector<float> sizes;
    for (const Emission<float>& row : weights.rows) {
        for (const float weight : row) {
            if (weight != 0) {
                sizes.push_back(std::abs(weight));
            }
        }
    }
    if (sizes.empty()) {
        return 1;
    }
    const auto at = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() - 1 - sizes.size() / 2000);
    std::nth_element(sizes.begin(), at, sizes.end());
    return *at;
}

}  // namespace

Quantized quantize(const Weights& weights) {
    Quantized quantized;
    quantized.scale = largest / common_size(weights);
    quantized.rows.resize(weights.rows.size());
    for (std::size_t i = 0; i < weights.rows.size(); ++i) {
        for (std::size_t k = 0; k < mention_labels; ++k) {
            const float scaled = std::round(weights.rows[i][k] * quantized.scale);
            quantized.rows[i][k] = static_cast<std::int8_t>(std::clamp(scaled, -largest, largest));
        }
    }
    for (std::size_t i = 0; i < weights.transitions.size(); ++i) {
        for (std::size_t k = 0; k < all_labels; ++k) {
            quantized.transitions[i][k] = static_cast<std::int16_t>(std::clamp<long>(
                std::lround(weights.transitions[i][k] * quantized.scale), -largest_transition, largest_transition));
        }
    }
    return quantized;
}

}  // namespace entities::train
