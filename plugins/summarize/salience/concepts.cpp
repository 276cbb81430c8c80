// Logistic regression; concept_weights.h holds what it has learned.
#include "concepts.h"

#include <cmath>
#include <numeric>

#include "concept_weights.h"

namespace summarize {

namespace {

double probability(const Features& features, const ConceptWeights& weights) {
    const double sum = std::inner_product(features.begin(), features.end(), weights.of_features.begin(), weights.bias);
    return 1 / (1 + std::exp(static_cast<float>(-sum)));
}

}  // namespace

std::vector<double> weights_of(const Evidence& evidence) {
    std::vector<double> weights(evidence.concepts());
    for (std::uint32_t number = 0; number < weights.size(); ++number) {
        if (!evidence.is_told(number)) {
            continue;
        }
        const Features features = evidence.features(number);
        weights[number] =
            evidence.is_pair(number) ? probability(features, pair_weights) : probability(features, word_weights);
    }
    return weights;
}

}  // namespace summarize
