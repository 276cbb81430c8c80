// Learns what names are from how they were labelled in documents that the labels were not learned from: stochastic
// gradients of the likelihood, by steps that are suited to each weight (Adam, Kingma & Ba 2015), and with inputs and
// units left out at random (Srivastava et al. 2014).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "../network.h"
#include "cluster_vectors.h"

namespace entities::train {

/// A name to learn from.
struct NameLesson {
    NameView view;
    std::uint32_t allowed = 0;  ///< a bit for each outcome that the annotation allows; one at least
    float weight = 1;
};

struct LearnedNetwork {
    Network::Weights weights;
    std::vector<Network::Row> rows;
};

/// Deterministic: the same lessons in the same order give the same network. Without any, a name is what it is labelled.
LearnedNetwork learn_network(std::span<const NameLesson> lessons, const ClusterVectors& vectors, unsigned seed);

}  // namespace entities::train
