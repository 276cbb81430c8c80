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
    /// The transitions are kept by reference, and must not change.
    explicit Decoder(const Transitions<Score>& transitions)
        : transitions_(transitions),
          at_start_(arranged(transitions[start_row])),
          after_outside_(arranged(transitions[outside])) {
        at_start_.going_on.fill(lowest);
        for (std::size_t k = 0; k < pair; ++k) {
            const std::size_t type = k % types;
            const Scores after = arranged(transitions[(k < types ? end : single) + type]);
            after_closing_[k] = after.opening;
            closing_to_outside_[k] = after.none;
            after_begin_[k] = arranged(transitions[begin + type]).going_on[k];
            after_inside_[k] = arranged(transitions[inside + type]).going_on[k];
        }
    }

    /// Writes the best labels to `labels`; of equal ones the first. `allowed` is empty, or has the labels that each
    /// word may have; they must leave a way through.
    void decode(std::span<const Emission<Score>> words, std::span<const Allowed> allowed,
                std::span<std::uint8_t> labels) {
        if (words.empty()) {
            return;
        }
        if (scores_.size() < words.size()) {
            scores_.resize(words.size());
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i == 0) {
                start(words[i], scores_[i]);
            } else {
                step(scores_[i - 1], words[i], scores_[i]);
            }
            if (!allowed.empty()) {
                forbid(allowed[i], scores_[i]);
            }
            limit(scores_[i]);
        }
        std::uint8_t label = best_closing(scores_[words.size() - 1], [](std::size_t) { return Score{0}; });
        for (std::size_t i = words.size() - 1; i > 0; --i) {
            labels[i] = label;
            label = before(scores_[i - 1], label);
        }
        labels[0] = label;
    }

private:
    static constexpr Score lowest = std::is_integral_v<Score> ? Score{-12'000} : static_cast<Score>(-1'000'000'000);
    static constexpr std::size_t types = mention_types;
    static constexpr std::size_t begin = static_cast<std::size_t>(Position::Begin) * types;
    static constexpr std::size_t inside = static_cast<std::size_t>(Position::Inside) * types;
    static constexpr std::size_t end = static_cast<std::size_t>(Position::End) * types;
    static constexpr std::size_t single = static_cast<std::size_t>(Position::Single) * types;

    /// Of the labels of two positions.
    static constexpr std::size_t pair = 2 * types;
    using Pair = std::array<Score, pair>;

    /// Of the best ways to each label of a word, which cannot be told from the word before alone. Labels that may
    /// follow the same ones are neighbours, so that they are taken at once.
    struct Scores {
        Pair opening;   ///< Begin and Single
        Pair going_on;  ///< Inside and End
        Score none;     ///< outside
    };

    static constexpr Score sum(Score a, Score b) { return static_cast<Score>(a + b); }
    static constexpr Score larger(Score a, Score b) { return a < b ? b : a; }

    static Pair joined(const Score* first, const Score* second) {
        Pair both;
        std::copy_n(first, types, both.data());
        std::copy_n(second, types, both.data() + types);
        return both;
    }
    static Scores arranged(const std::array<Score, all_labels>& scores) {
        return {joined(&scores[begin], &scores[single]), joined(&scores[inside], &scores[end]), scores[outside]};
    }

    // The functions below are not put into the loop over the words, where g++ would write their own loops out, label
    // by label, instead of taking all labels at once.

    [[gnu::noinline]] void start(const Emission<Score>& word, Scores& scores) const {
        Scores best = at_start_;
        add(word, best);
        scores = best;
    }

    /// From the scores of the word before.
    [[gnu::noinline]] void step(const Scores& before, const Emission<Score>& word, Scores& scores) const {
        Scores best;
        best.none = larger(lowest, sum(before.none, after_outside_.none));
        for (std::size_t type = 0; type < types; ++type) {
            const Score after_end = sum(before.going_on[types + type], closing_to_outside_[type]);
            const Score after_single = sum(before.opening[types + type], closing_to_outside_[types + type]);
            best.none = larger(best.none, larger(after_end, after_single));
        }
        for (std::size_t k = 0; k < pair; ++k) {
            Score most = larger(lowest, sum(before.none, after_outside_.opening[k]));
            for (std::size_t type = 0; type < types; ++type) {
                const Score after_end = sum(before.going_on[types + type], after_closing_[type][k]);
                const Score after_single = sum(before.opening[types + type], after_closing_[types + type][k]);
                most = larger(most, larger(after_end, after_single));
            }
            best.opening[k] = most;
        }
        for (std::size_t half = 0; half < pair; half += types) {
            for (std::size_t type = 0; type < types; ++type) {
                best.going_on[half + type] = larger(sum(before.opening[type], after_begin_[half + type]),
                                                    sum(before.going_on[type], after_inside_[half + type]));
            }
        }
        add(word, best);
        scores = best;
    }

    static void add(const Emission<Score>& word, Scores& scores) {
        const Pair opening = joined(&word[begin], &word[single]);
        const Pair going_on = joined(&word[inside], &word[end]);
        for (std::size_t k = 0; k < pair; ++k) {
            scores.opening[k] = sum(scores.opening[k], opening[k]);
            scores.going_on[k] = sum(scores.going_on[k], going_on[k]);
        }
    }

    static void forbid(Allowed allowed, Scores& scores) {
        const auto check = [&](std::size_t label, Score& score) {
            score = (allowed >> label & 1U) != 0 ? score : lowest;
        };
        for (std::size_t type = 0; type < types; ++type) {
            check(begin + type, scores.opening[type]);
            check(single + type, scores.opening[types + type]);
            check(inside + type, scores.going_on[type]);
            check(end + type, scores.going_on[types + type]);
        }
        check(outside, scores.none);
    }

    /// Only differences count; sums over many words would overflow.
    [[gnu::noinline]] static void limit(Scores& scores) {
        Score most = scores.none;
        for (std::size_t k = 0; k < pair; ++k) {
            most = larger(most, larger(scores.opening[k], scores.going_on[k]));
        }
        const auto limited = [most](Score score) { return larger(lowest, static_cast<Score>(score - most)); };
        for (std::size_t k = 0; k < pair; ++k) {
            scores.opening[k] = limited(scores.opening[k]);
            scores.going_on[k] = limited(scores.going_on[k]);
        }
        scores.none = limited(scores.none);
    }

    /// The label before `label` on the best way to it.
    std::uint8_t before(const Scores& scores, std::uint8_t label) const {
        if (opens(label)) {
            return best_closing(scores, [&](std::size_t last) { return transitions_[last][label]; });
        }
        const std::size_t type = label & 3U;
        const Score begun = sum(scores.opening[type], transitions_[begin + type][label]);
        const Score going_on = sum(scores.going_on[type], transitions_[inside + type][label]);
        return static_cast<std::uint8_t>((begun < going_on ? inside : begin) + type);
    }

    /// The best of the labels that a mention may begin after, each with what `more` gives it.
    template <typename Function>
    static std::uint8_t best_closing(const Scores& scores, Function more) {
        std::size_t best = end;
        Score most = sum(scores.going_on[types], more(best));
        const auto compare = [&](std::size_t label, Score so_far) {
            const Score score = sum(so_far, more(label));
            best = most < score ? label : best;
            most = larger(most, score);
        };
        for (std::size_t type = 1; type < types; ++type) {
            compare(end + type, scores.going_on[types + type]);
        }
        for (std::size_t type = 0; type < types; ++type) {
            compare(single + type, scores.opening[types + type]);
        }
        compare(outside, scores.none);
        return static_cast<std::uint8_t>(best);
    }

    const Transitions<Score>& transitions_;
    Scores at_start_;
    Scores after_outside_;
    std::array<Pair, pair> after_closing_;  ///< of End and Single
    Pair closing_to_outside_;
    Pair after_begin_;  ///< of the same type
    Pair after_inside_;
    std::vector<Scores> scores_;
};

}  // namespace entities
