// Learns the weights: the averaged structured perceptron (Collins 2002) over the IOBES labels, with annotations that
// may leave words open (Fernandes & Brefeld 2011: the best sequence that the annotation allows stands for the gold
// one), and with steps that become shorter for each weight by itself (AdaGrad, Duchi, Hazan & Singer 2011, where all
// gradients are 1).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "../decoder.h"
#include "../features.h"
#include "../words.h"

namespace entities::train {

struct Weights {
    unsigned bits = 0;
    std::vector<Emission<float>> rows;
    Transitions<float> transitions{};

    explicit Weights(unsigned size) : bits(size), rows(std::size_t{1} << size) {}
    Weights& operator+=(const Weights& other);
};

/// A document to learn from. Everything is lent.
struct Lesson {
    std::span<const Range> runs;  ///< of words, each labelled by itself
    const Features* features = nullptr;
    const Features* votes = nullptr;  ///< none in the first pass
    std::span<const Allowed> allowed;
    unsigned repeat = 1;
};

struct Training {
    unsigned bits = 20;
    unsigned epochs = 8;
    unsigned seed = 1;
    double dropout = 0;  ///< share of the features that are left out at each sight of a document, others each time
    float margin = 0;    ///< added to the scores of labels that the annotation does not allow, while learning
};

/// Deterministic: the same lessons in the same order give the same weights.
Weights learn(std::span<const Lesson> lessons, const Training& training);

/// The best labels of a document, one a word.
std::vector<std::uint8_t> label(const Weights& weights, std::span<const Range> runs, const Features& features,
                                const Features* votes);

}  // namespace entities::train
