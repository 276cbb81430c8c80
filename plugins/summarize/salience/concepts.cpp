// Logistic regression; concept_weights.h holds what it has learned.
#include "concepts.h"

#include <cmath>
#include <numeric>

#include "concept_weights.h"

namespace summarize {

std::vector<double> weights_of(const Evidence& evidence) {
    std::vector<double> result(evidence.concepts());
    for (std::uint32_t number = 0; number < result.size(); ++number) {
        const ConceptWeights& weights = evidence.is_pair(number) ? pair_weights : word_weights;
        const Features features = evidence.features(number);
        const double sum =
            std::inner_product(features.begin(), features.end(), weights.of_features.begin(), weights.bias);
        result[number] = 1 / (1 + std::exp(-sum));
    }
    return result;
}

}  // namespace summarize
