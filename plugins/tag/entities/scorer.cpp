#include "scorer.h"

namespace entities {

namespace {

using Score = Scorer::Score;

Score within(Score limit, Score score) {
    const auto least = static_cast<Score>(-limit);
    const Score most = score < limit ? score : limit;
    return most < least ? least : most;
}

}  // namespace

void add_rows(const Model& model, std::span<const std::uint32_t> rows, Emission<Score>& sum) {
    Emission<Score> total = sum;
    for (const std::uint32_t number : rows) {
        const Model::Row& row = model.row(number);
        for (std::size_t k = 0; k < mention_labels; ++k) {
            total[k] = static_cast<Score>(total[k] + row[k]);
        }
    }
    sum = total;
}

/// In two steps, neither of which can overflow.
void add_limited(const Emission<Score>& more, Emission<Score>& scores) {
    Emission<Score> sum = scores;
    for (std::size_t k = 0; k < mention_labels; ++k) {
        const Score step = within(2 * largest_emission, more[k]);
        sum[k] = within(largest_emission, static_cast<Score>(sum[k] + step));
    }
    scores = sum;
}

void Scorer::learn(Hash key, std::span<const std::uint32_t> rows, PartScores::Entry& entry) const {
    entry = {key, {}};
    add_rows(model_, rows, entry.scores);
}

void Scorer::settle(Described& word, Emission<Score>& scores) const {
    add_rows(model_, {word.rows.data(), word.end}, word.sum);
    add_limited(word.sum, scores);
    word.sum = {};
}

}  // namespace entities
