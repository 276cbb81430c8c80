// Finds the best sequence of labels for a sentence: Viterbi over the IOBES labels.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "labels.h"

namespace entities {

/// Scores of one word's labels; that of `outside` is always 0.
template <typename Score>
using Emission = std::array<Score, mention_labels>;

/// Scores of label pairs; the row `start` is for the first word of a sentence.
template <typename Score>
using Transitions = std::array<std::array<Score, all_labels>, all_labels + 1>;
inline constexpr std::size_t start_row = all_labels;

/// Which labels a word may have: a bit for each.
using Allowed = std::uint32_t;
inline constexpr Allowed any_label = (1U << all_labels) - 1;

template <typename Score>
class Decoder {
public:
    /// Writes the best labels to `labels`. `allowed` is empty, or has the labels that each word may have; they must
    /// leave a way through.
    void decode(std::span<const Emission<Score>> words, const Transitions<Score>& transitions,
                std::span<const Allowed> allowed, std::span<std::uint8_t> labels) {
        const std::size_t count = words.size();
        if (count == 0) {
            return;
        }
        back_.resize(count);
        for (std::size_t k = 0; k < all_labels; ++k) {
            const auto label = static_cast<std::uint8_t>(k);
            best_[k] = opens(label) && may(allowed, 0, k) ? emission(words[0], k) + transitions[start_row][k] : lowest;
        }
        for (std::size_t i = 1; i < count; ++i) {
            step(i, words[i], transitions, allowed);
        }
        std::uint8_t last = outside;
        for (std::uint8_t k = 0; k < all_labels; ++k) {
            if (closes(k) && (best_[k] > best_[last] || !closes(last))) {
                last = k;
            }
        }
        for (std::size_t i = count; i-- > 0;) {
            labels[i] = last;
            last = back_[i][last];
        }
    }

private:
    static constexpr Score lowest = static_cast<Score>(-1'000'000'000);

    static bool may(std::span<const Allowed> allowed, std::size_t i, std::size_t label) {
        return allowed.empty() || (allowed[i] >> label & 1U) != 0;
    }
    static Score emission(const Emission<Score>& word, std::size_t label) {
        return label == outside ? Score{0} : word[label];
    }

    void step(std::size_t i, const Emission<Score>& word, const Transitions<Score>& transitions,
              std::span<const Allowed> allowed) {
        std::array<Score, all_labels> next;
        for (std::uint8_t k = 0; k < all_labels; ++k) {
            next[k] = lowest;
            back_[i][k] = outside;
            if (!may(allowed, i, k)) {
                continue;
            }
            Score best = lowest;
            for (std::uint8_t before = 0; before < all_labels; ++before) {
                if (may_follow(before, k) && best_[before] > lowest && best_[before] + transitions[before][k] > best) {
                    best = best_[before] + transitions[before][k];
                    back_[i][k] = before;
                }
            }
            if (best > lowest) {
                next[k] = best + emission(word, k);
            }
        }
        // Only differences count; sums over many words would overflow.
        if (const Score most = *std::max_element(next.begin(), next.end()); most > -lowest) {
            for (Score& score : next) {
                score = std::max(score - most, lowest);
            }
        }
        best_ = next;
    }

    std::array<Score, all_labels> best_{};
    std::vector<std::array<std::uint8_t, all_labels>> back_;
};

}  // namespace entities
