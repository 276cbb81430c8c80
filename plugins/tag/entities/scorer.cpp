#include "scorer.h"

namespace entities {

namespace {

using Score = Scorer::Score;

Score within(Score limit, Score score) {
    const auto least = static_cast<Score>(-limit);
    const Score most = score < limit ? score : limit;
    return most < least ? least : most;
}

/// In two steps, neither of which can overflow.
Emission<Score> limited_sum(Emission<Score> before, const Emission<Score>& scores) {
    for (std::size_t k = 0; k < mention_labels; ++k) {
        const Score more = within(2 * largest_emission, scores[k]);
        before[k] = within(largest_emission, static_cast<Score>(before[k] + more));
    }
    return before;
}

}  // namespace

Emission<Score> Scorer::sum(std::span<const std::uint32_t> ids) const {
    Emission<Score> sum{};
    for (const std::uint32_t id : ids) {
        const Model::Row& row = model_.row(id);
        for (std::size_t k = 0; k < mention_labels; ++k) {
            sum[k] = static_cast<Score>(sum[k] + row[k]);
        }
    }
    return sum;
}

void Scorer::settle(Emission<Score>& scores) const {
    scores = limited_sum(scores, added(sum(waiting_), waiting_own_));
}

}  // namespace entities
