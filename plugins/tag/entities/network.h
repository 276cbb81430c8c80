// Decides what each name is: a feed-forward network with one layer of rectified linear units (Nair & Hinton 2010) over
// what is seen of the name. The label sequence rates each reading by adding up features; the network weighs together
// what these ratings, the document's other names and the words inside and around the name say.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "clusters.h"
#include "name_view.h"

namespace entities {

/// A view of parts of the model file. Const, may be used by many threads at once.
class Network {
public:
    static constexpr std::size_t units = 64;
    using Units = std::array<float, units>;
    using Outcomes = std::array<float, outcomes>;
    /// How many clusters there are of each grain.
    using Sizes = std::array<std::uint32_t, Clusters::grains>;
    /// What a cluster in one place gives each unit.
    using Row = std::array<std::int8_t, units>;

    struct Weights {
        std::array<Units, NameView::numbers_size> from_numbers{};
        Units unit_bias{};
        std::array<Outcomes, units> from_units{};
        std::array<Outcomes, NameView::numbers_size> direct{};
        Outcomes bias{};
        float row_unit = 0;    ///< what 1 in a row stands for
        float score_unit = 1;  ///< of the scores of names, see NameViews
    };
    /// No weight is larger, so that no sum leaves what numbers can be.
    static constexpr float largest_weight = 1'000'000;

    /// Of a table for so many clusters: for each place those of each grain in turn, from 1.
    static constexpr std::uint64_t rows_for(const Sizes& sizes) {
        return NameView::places * (std::uint64_t{sizes[0]} + sizes[1] + sizes[2]);
    }

    Network() = default;
    /// All is lent. No cluster of a view may be beyond `sizes`.
    Network(const Weights& weights, std::span<const Row> rows, const Sizes& sizes);

    float score_unit() const { return weights_->score_unit; }
    /// They add up to 1.
    Outcomes probabilities(const NameView& view) const;

private:
    Units hidden(const NameView& view) const;
    void add_clusters(const NameView& view, Units& sum) const;

    const Weights* weights_ = nullptr;
    std::span<const Row> rows_;
    std::array<std::size_t, Clusters::grains> begin_{};  ///< of each grain among the rows of a place
    std::size_t place_size_ = 0;
};

/// Turns what outcomes are rated into probabilities (softmax).
Network::Outcomes normalised(const Network::Outcomes& ratings);

}  // namespace entities
