// Finds the best sequence of labels for a sentence: Viterbi over the IOBES labels.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
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

/// Within what scores of 16 bits must lie, so that no sum of a step leaves them.
inline constexpr std::int16_t largest_emission = 6'000;
inline constexpr std::int16_t largest_transition = 2'000;

/// `Score` is std::int16_t, of which one instruction compares eight, or float.
template <typename Score>
class Decoder {
public:
    /// Writes the best labels to `labels`; of equal ones the first. `allowed` is empty, or has the labels that each
    /// word may have; they must leave a way through.
    void decode(std::span<const Emission<Score>> words, const Transitions<Score>& transitions,
                std::span<const Allowed> allowed, std::span<std::uint8_t> labels) {
        if (words.empty()) {
            return;
        }
        scores_.resize(words.size());
        start(transitions[start_row], scores_[0]);
        add(words[0], allowed, 0);
        for (std::size_t i = 1; i < words.size(); ++i) {
            step(scores_[i - 1], transitions, scores_[i]);
            add(words[i], allowed, i);
        }
        std::uint8_t label = best_of(closing, [&](std::uint8_t last) { return scores_.back()[last]; });
        for (std::size_t i = words.size(); i-- > 0;) {
            labels[i] = label;
            if (i > 0) {
                label = before(scores_[i - 1], transitions, label);
            }
        }
    }

private:
    static constexpr Score lowest = std::is_integral_v<Score> ? Score{-12'000} : static_cast<Score>(-1'000'000'000);
    static constexpr std::size_t types = 4;
    static constexpr std::size_t begin = static_cast<std::size_t>(Position::Begin) * types;
    static constexpr std::size_t inside = static_cast<std::size_t>(Position::Inside) * types;
    static constexpr std::size_t end = static_cast<std::size_t>(Position::End) * types;
    static constexpr std::array<std::uint8_t, 9> closing{8,  9,  10, 11, 12,
                                                         13, 14, 15, 16};  // of End, Single and outside

    /// Of the best ways to each label of a word, which cannot be told from the word before alone.
    using Scores = std::array<Score, all_labels>;

    static constexpr Score sum(Score a, Score b) { return static_cast<Score>(a + b); }

    static void start(const Scores& transitions, Scores& scores) {
        scores.fill(lowest);
        for (std::uint8_t label = 0; label < all_labels; ++label) {
            if (opens(label)) {
                scores[label] = transitions[label];
            }
        }
    }

    static void step(const Scores& before, const Transitions<Score>& transitions, Scores& scores) {
        // As if all labels might follow, whole rows at a time, which is quicker than to pick the eight that may.
        Scores best;
        best.fill(lowest);
        for (std::size_t label = closing.front(); label <= closing.back(); ++label) {
            const Score so_far = before[label];
            for (std::size_t next = 0; next < all_labels; ++next) {
                const Score score = sum(so_far, transitions[label][next]);
                best[next] = best[next] < score ? score : best[next];
            }
        }
        for (std::size_t type = 0; type < types; ++type) {
            const std::size_t from = begin + type;
            const std::size_t on = inside + type;
            const Scores& after_first = transitions[from];
            const Scores& after_other = transitions[on];
            best[on] = std::max(sum(before[from], after_first[on]), sum(before[on], after_other[on]));
            best[end + type] =
                std::max(sum(before[from], after_first[end + type]), sum(before[on], after_other[end + type]));
        }
        scores = best;
    }

    /// Adds the word's own scores. Only differences count; sums over many words would overflow.
    void add(const Emission<Score>& word, std::span<const Allowed> allowed, std::size_t i) {
        Scores scores = scores_[i];
        for (std::size_t label = 0; label < mention_labels; ++label) {
            scores[label] = sum(scores[label], word[label]);
        }
        if (!allowed.empty()) {
            for (std::size_t label = 0; label < all_labels; ++label) {
                scores[label] = (allowed[i] >> label & 1U) != 0 ? scores[label] : lowest;
            }
        }
        Score most = scores[outside];
        for (std::size_t label = 0; label < mention_labels; ++label) {
            most = most < scores[label] ? scores[label] : most;
        }
        for (std::size_t label = 0; label < all_labels; ++label) {
            const auto less = static_cast<Score>(scores[label] - most);
            scores_[i][label] = less < lowest ? lowest : less;
        }
    }

    /// The label before `label` on the best way to it.
    static std::uint8_t before(const Scores& scores, const Transitions<Score>& transitions, std::uint8_t label) {
        const auto score = [&](std::uint8_t last) { return scores[last] + transitions[last][label]; };
        if (opens(label)) {
            return best_of(closing, score);
        }
        const std::uint8_t type = label & 3U;
        return best_of(std::array{static_cast<std::uint8_t>(begin + type), static_cast<std::uint8_t>(inside + type)},
                       score);
    }

    template <std::size_t Count, typename Function>
    static std::uint8_t best_of(const std::array<std::uint8_t, Count>& labels, Function score) {
        return *std::max_element(labels.begin(), labels.end(),
                                 [&](std::uint8_t a, std::uint8_t b) { return score(a) < score(b); });
    }

    std::vector<Scores> scores_;
};

}  // namespace entities
