#include "network.h"

#include <algorithm>
#include <cmath>

namespace entities {

namespace {

constexpr std::size_t most_rows = Clusters::grains * (NameView::longest + 2 + 2 * NameView::far);

using Sums = std::array<std::int16_t, Network::units>;

/// Rows so few cannot overflow two bytes.
static_assert(most_rows * 127 < 32'768);

/// With a copy, as the compiler cannot know that sums are apart from rows.
void add_row(const Network::Row& row, Sums& sums) {
    Sums total = sums;
    for (std::size_t unit = 0; unit < Network::units; ++unit) {
        total[unit] = static_cast<std::int16_t>(total[unit] + row[unit]);
    }
    sums = total;
}

void add_scaled(const Sums& sums, float by, Network::Units& to) {
    for (std::size_t unit = 0; unit < Network::units; ++unit) {
        to[unit] += by * static_cast<float>(sums[unit]);
    }
}

}  // namespace

Network::Network(const Weights& weights, std::span<const Row> rows, const Sizes& sizes)
    : weights_(&weights), rows_(rows), begin_{0, sizes[0], std::size_t{sizes[0]} + sizes[1]} {
    place_size_ = begin_.back() + sizes.back();
}

Network::Outcomes Network::probabilities(const NameView& view) const {
    const Units hidden = this->hidden(view);
    Outcomes ratings = weights_->bias;
    for (std::size_t i = 0; i < NameView::numbers_size; ++i) {
        for (std::size_t k = 0; k < outcomes; ++k) {
            ratings[k] += view.numbers[i] * weights_->direct[i][k];
        }
    }
    for (std::size_t unit = 0; unit < units; ++unit) {
        for (std::size_t k = 0; k < outcomes; ++k) {
            ratings[k] += hidden[unit] * weights_->from_units[unit][k];
        }
    }
    return normalised(ratings);
}

Network::Units Network::hidden(const NameView& view) const {
    Units sum = weights_->unit_bias;
    for (std::size_t i = 0; i < NameView::numbers_size; ++i) {
        if (const float number = view.numbers[i]; number != 0) {
            for (std::size_t unit = 0; unit < units; ++unit) {
                sum[unit] += number * weights_->from_numbers[i][unit];
            }
        }
    }
    add_clusters(view, sum);
    for (float& unit : sum) {
        unit = std::max(unit, 0.0F);
    }
    return sum;
}

void Network::add_clusters(const NameView& view, Units& sum) const {
    Sums around{};
    Sums inside{};
    for (const NameView::Seen& word : view.seen()) {
        for (std::size_t grain = 0; grain < Clusters::grains; ++grain) {
            add_row(rows_[word.place * place_size_ + begin_[grain] + word.path[grain] - 1],
                    word.place == NameView::Inside ? inside : around);
        }
    }
    add_scaled(around, weights_->row_unit, sum);
    add_scaled(inside, weights_->row_unit * view.inside_share, sum);
}

Network::Outcomes normalised(const Network::Outcomes& ratings) {
    const float best = *std::max_element(ratings.begin(), ratings.end());
    Network::Outcomes shares;
    float sum = 0;
    for (std::size_t k = 0; k < outcomes; ++k) {
        shares[k] = std::exp(ratings[k] - best);
        sum += shares[k];
    }
    for (float& share : shares) {
        share /= sum;
    }
    return shares;
}

}  // namespace entities
