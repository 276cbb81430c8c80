// Reads the table of vectors of word clusters, which models/entities/cluster_words.py makes.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "../network.h"

namespace entities::train {

/// Those of a word's clusters add up to nearly the vector of the word.
class ClusterVectors {
public:
    /// Of no cluster.
    ClusterVectors() = default;
    /// Lines of a clustering and a cluster, both from 1 and in order, and whole numbers, as many in each line, with
    /// tabs between; those that begin with "# " are comments. Throws std::runtime_error that names the file, the line
    /// and what would be right.
    explicit ClusterVectors(const std::filesystem::path& file);

    std::size_t dimensions() const { return dimensions_; }
    const Network::Sizes& sizes() const { return sizes_; }
    /// `cluster` is from 1.
    std::span<const float> of(std::size_t grain, std::size_t cluster) const {
        return std::span(vectors_[grain]).subspan((cluster - 1) * dimensions_, dimensions_);
    }

private:
    std::size_t dimensions_ = 0;
    Network::Sizes sizes_{};
    std::array<std::vector<float>, Clusters::grains> vectors_;
};

}  // namespace entities::train
