// Logistic regression; concept_weights.h holds what it has learned.
#include "concepts.h"

#include <cmath>
#include <numeric>
#include <utility>

#include "concept_weights.h"

namespace summarize {

Concepts concepts_of(Evidence evidence) {
    Concepts result;
    result.of_sentences = std::move(evidence.of_sentences);
    result.weights.reserve(evidence.of_concepts.size());
    for (const Features& features : evidence.of_concepts) {
        const bool pair = result.weights.size() >= evidence.vocabulary;
        const ConceptWeights& weights = pair ? pair_weights : word_weights;
        const double sum =
            std::inner_product(features.begin(), features.end(), weights.of_features.begin(), weights.bias);
        result.weights.push_back(1 / (1 + std::exp(-sum)));
    }
    return result;
}

}  // namespace summarize
