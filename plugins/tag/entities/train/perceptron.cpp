#include "perceptron.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace entities::train {

namespace {

void add_rows(const std::vector<Emission<float>>& rows, std::span<const std::uint32_t> ids, Emission<float>& sum) {
    for (const std::uint32_t id : ids) {
        for (std::size_t k = 0; k < mention_labels; ++k) {
            sum[k] += rows[id][k];
        }
    }
}

/// Scores of the words of a run.
void score(const std::vector<Emission<float>>& rows, const Features& features, const Features* votes, Range words,
           std::vector<Emission<float>>& emissions) {
    emissions.assign(words.end - words.begin, {});
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        add_rows(rows, features.of(i), emissions[i - words.begin]);
        if (votes != nullptr) {
            add_rows(rows, votes->of(i), emissions[i - words.begin]);
        }
    }
}

class Learner {
public:
    explicit Learner(const Training& training)
        : training_(training),
          weights_(training.bits),
          row_totals_(weights_.rows.size()),
          row_changes_(weights_.rows.size()) {}

    Weights run(std::span<const Lesson> lessons) {
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < lessons.size(); ++i) {
            order.insert(order.end(), lessons[i].repeat, i);
        }
        random_.seed(training_.seed);
        left_out_ = static_cast<std::uint32_t>(training_.dropout * 4294967295.0);
        for (unsigned epoch = 0; epoch < training_.epochs; ++epoch) {
            // std::shuffle is not the same everywhere.
            for (std::size_t i = order.size(); i > 1; --i) {
                std::swap(order[i - 1], order[random_() % i]);
            }
            for (const std::uint32_t i : order) {
                study(lessons[i]);
            }
        }
        average();
        return std::move(weights_);
    }

private:
    void study(const Lesson& lesson) {
        for (const Range run : lesson.runs) {
            study(lesson, run);
        }
    }

    void study(const Lesson& lesson, Range words) {
        const std::size_t count = words.end - words.begin;
        const auto allowed = lesson.allowed.subspan(words.begin, count);
        choose(lesson, words);
        emissions_.assign(count, {});
        for (std::size_t i = 0; i < count; ++i) {
            add_rows(weights_.rows, chosen_.of(i), emissions_[i]);
        }
        guess_.resize(count);
        target_.resize(count);
        Decoder<float> decoder(weights_.transitions);
        decoder.decode(emissions_, allowed, target_);
        if (training_.margin > 0) {
            widen(allowed);
        }
        decoder.decode(emissions_, {}, guess_);
        ++time_;
        bool right = true;
        for (std::size_t i = 0; i < count; ++i) {
            right = right && (allowed[i] >> guess_[i] & 1U) != 0;
        }
        if (right) {
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t before_target = i == 0 ? start_row : target_[i - 1];
            const std::size_t before_guess = i == 0 ? start_row : guess_[i - 1];
            if (target_[i] != guess_[i]) {
                change_word(i, target_[i], 1);
                change_word(i, guess_[i], -1);
            }
            if (target_[i] != guess_[i] || before_target != before_guess) {
                change(before_target, target_[i], 1);
                change(before_guess, guess_[i], -1);
            }
        }
    }

    /// Labels that the annotation does not allow become harder to beat.
    void widen(std::span<const Allowed> allowed) {
        for (std::size_t i = 0; i < emissions_.size(); ++i) {
            const bool outside_allowed = (allowed[i] >> outside & 1U) != 0;
            for (std::size_t k = 0; k < mention_labels; ++k) {
                const bool may = (allowed[i] >> k & 1U) != 0;
                emissions_[i][k] += (may ? 0 : training_.margin) - (outside_allowed ? 0 : training_.margin);
            }
        }
    }

    /// The features of this sight of the words.
    void choose(const Lesson& lesson, Range words) {
        chosen_.clear(words.end - words.begin, words.end - words.begin);
        for (std::uint32_t i = words.begin; i < words.end; ++i) {
            std::uint32_t* end = choose(lesson.features->of(i), chosen_.room());
            if (lesson.votes != nullptr) {
                end = choose(lesson.votes->of(i), end);
            }
            chosen_.end_word(end);
        }
    }

    std::uint32_t* choose(std::span<const std::uint32_t> ids, std::uint32_t* to) {
        return std::copy_if(ids.begin(), ids.end(), to, [&](std::uint32_t) { return random_() >= left_out_; });
    }

    void change_word(std::size_t word, std::uint8_t label, float by) {
        if (label == outside) {
            return;
        }
        for (const std::uint32_t id : chosen_.of(word)) {
            change(weights_.rows[id][label], row_totals_[id][label], row_changes_[id][label], by);
        }
    }

    void change(std::size_t before, std::uint8_t label, float by) {
        change(weights_.transitions[before][label], transition_totals_[before][label],
               transition_changes_[before][label], by);
    }

    /// What has changed often changes by less.
    void change(float& weight, double& total, float& changes, float by) const {
        changes += 1;
        const float step = by / std::sqrt(changes);
        weight += step;
        total += step * static_cast<double>(time_);
    }

    void average() {
        const auto steps = static_cast<double>(std::max<std::uint64_t>(time_, 1));
        for (std::size_t i = 0; i < weights_.rows.size(); ++i) {
            for (std::size_t k = 0; k < mention_labels; ++k) {
                weights_.rows[i][k] -= static_cast<float>(row_totals_[i][k] / steps);
            }
        }
        for (std::size_t i = 0; i < weights_.transitions.size(); ++i) {
            for (std::size_t k = 0; k < all_labels; ++k) {
                weights_.transitions[i][k] -= static_cast<float>(transition_totals_[i][k] / steps);
            }
        }
    }

    const Training& training_;
    Weights weights_;
    std::vector<Emission<double>> row_totals_;
    Transitions<double> transition_totals_{};
    std::vector<Emission<float>> row_changes_;  ///< how often each weight was changed
    Transitions<float> transition_changes_{};
    std::mt19937 random_;
    std::uint32_t left_out_ = 0;  ///< random numbers below this leave a feature out
    Features chosen_;
    std::uint64_t time_ = 0;
    std::vector<Emission<float>> emissions_;
    std::vector<std::uint8_t> guess_;
    std::vector<std::uint8_t> target_;
};

}  // namespace

Weights& Weights::operator+=(const Weights& other) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t k = 0; k < mention_labels; ++k) {
            rows[i][k] += other.rows[i][k];
        }
    }
    for (std::size_t i = 0; i < transitions.size(); ++i) {
        for (std::size_t k = 0; k < all_labels; ++k) {
            transitions[i][k] += other.transitions[i][k];
        }
    }
    return *this;
}

Weights learn(std::span<const Lesson> lessons, const Training& training) {
    return Learner(training).run(lessons);
}

std::vector<std::uint8_t> label(const Weights& weights, std::span<const Range> runs, const Features& features,
                                const Features* votes) {
    std::vector<std::uint8_t> labels(features.words(), outside);
    std::vector<Emission<float>> emissions;
    Decoder<float> decoder(weights.transitions);
    for (const Range run : runs) {
        score(weights.rows, features, votes, run, emissions);
        decoder.decode(emissions, {}, std::span(labels).subspan(run.begin, emissions.size()));
    }
    return labels;
}

}  // namespace entities::train
