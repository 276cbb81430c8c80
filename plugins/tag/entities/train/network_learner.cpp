#include "network_learner.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace entities::train {

namespace {

constexpr unsigned epochs = 12;
constexpr std::size_t batch = 256;
constexpr float largest_step = 0.004F;
/// After this share of all steps, which grow until then and shrink from there on, they are the largest.
constexpr float warm_up = 0.3F;
constexpr float dropout = 0.3F;
/// How sure the network is at first that names are what they are labelled.
constexpr float trust = 2;

/// Between 0 and 1.
float fraction(std::mt19937& random) {
    return static_cast<float>(random() >> 8U) * 0x1p-24F;
}

/// Sizes of the steps of Adam: they make up for means that begin at 0.
class Steps {
public:
    static constexpr float keep_mean = 0.9F;
    static constexpr float keep_square = 0.999F;

    explicit Steps(std::size_t count) : count_(static_cast<float>(count)) {}

    void next() {
        mean_ *= keep_mean;
        square_ *= keep_square;
        done_ += 1;
    }
    float size() const {
        const float share = done_ / count_;
        const float rate = largest_step * std::min(share / warm_up, (1 - share) / (1 - warm_up));
        return rate * std::sqrt(1 - square_) / (1 - mean_);
    }

private:
    float count_;
    float done_ = 0;
    float mean_ = 1;
    float square_ = 1;
};

/// Weights from each input to each output, learned by Adam (Kingma & Ba 2015).
template <std::size_t Outputs>
class Layer {
public:
    using Row = std::array<float, Outputs>;

    explicit Layer(std::size_t inputs) : weights_(inputs), gradients_(inputs), means_(inputs), squares_(inputs) {}

    Row& operator[](std::size_t input) { return weights_[input]; }

    /// Random ones for the first `inputs`.
    void scatter(std::size_t inputs, float size, std::mt19937& random) {
        for (std::size_t i = 0; i < inputs; ++i) {
            for (float& weight : weights_[i]) {
                weight = size * (2 * fraction(random) - 1);
            }
        }
    }

    Row sum(std::span<const float> inputs) const {
        Row sum{};
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            if (inputs[i] != 0) {
                add(inputs[i], weights_[i], sum);
            }
        }
        return sum;
    }

    /// `error` is that of the outputs.
    void learn(std::span<const float> inputs, const Row& error) {
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            if (inputs[i] != 0) {
                add(inputs[i], error, gradients_[i]);
            }
        }
    }

    void step(float size) {
        constexpr float least = 1e-8F;
        for (std::size_t i = 0; i < weights_.size(); ++i) {
            for (std::size_t k = 0; k < Outputs; ++k) {
                const float gradient = gradients_[i][k];
                means_[i][k] += (1 - Steps::keep_mean) * (gradient - means_[i][k]);
                squares_[i][k] += (1 - Steps::keep_square) * (gradient * gradient - squares_[i][k]);
                weights_[i][k] -= size * means_[i][k] / (std::sqrt(squares_[i][k]) + least);
                gradients_[i][k] = 0;
            }
        }
    }

private:
    static void add(float by, const Row& row, Row& sum) {
        for (std::size_t k = 0; k < Outputs; ++k) {
            sum[k] += by * row[k];
        }
    }

    std::vector<Row> weights_;
    std::vector<Row> gradients_;
    std::vector<Row> means_;    ///< of gradients, the last ones most
    std::vector<Row> squares_;  ///< the same of their squares
};

/// The inputs of its layers are, in order: sums of vectors for each place, or the units; numbers; and 1.
class NetworkLearner {
public:
    NetworkLearner(const ClusterVectors& vectors, unsigned seed)
        : vectors_(vectors),
          from_places_(NameView::places * vectors.dimensions()),
          to_units_(from_places_ + numbers + 1),
          to_outcomes_(Network::units + numbers + 1),
          random_(seed),
          inputs_(from_places_ + numbers + 1) {
        to_units_.scatter(inputs_.size(), 1 / std::sqrt(static_cast<float>(inputs_.size())), random_);
        to_outcomes_.scatter(Network::units, 1 / std::sqrt(static_cast<float>(Network::units)), random_);
        for (std::size_t k = 0; k < mention_types; ++k) {
            to_outcomes_[Network::units + NameView::type_number + k][k] = trust;
        }
    }

    void run(std::span<const NameLesson> lessons) {
        std::vector<std::uint32_t> order(lessons.size());
        std::iota(order.begin(), order.end(), 0U);
        Steps steps(epochs * ((order.size() + batch - 1) / batch));
        for (unsigned epoch = 0; epoch < epochs; ++epoch) {
            // std::shuffle is not the same everywhere.
            for (std::size_t i = order.size(); i > 1; --i) {
                std::swap(order[i - 1], order[random_() % i]);
            }
            for (std::size_t i = 0; i < order.size(); ++i) {
                study(lessons[order[i]]);
                if ((i + 1) % batch == 0 || i + 1 == order.size()) {
                    steps.next();
                    to_units_.step(steps.size());
                    to_outcomes_.step(steps.size());
                }
            }
        }
    }

    LearnedNetwork learned() {
        LearnedNetwork network;
        Network::Weights& weights = network.weights;
        for (std::size_t i = 0; i < numbers; ++i) {
            weights.from_numbers[i] = to_units_[from_places_ + i];
            weights.direct[i] = to_outcomes_[Network::units + i];
        }
        weights.unit_bias = to_units_[from_places_ + numbers];
        weights.bias = to_outcomes_[Network::units + numbers];
        for (std::size_t unit = 0; unit < Network::units; ++unit) {
            weights.from_units[unit] = to_outcomes_[unit];
        }
        write_rows(network);
        return network;
    }

private:
    static constexpr std::size_t numbers = NameView::numbers_size;

    void study(const NameLesson& lesson) {
        read(lesson.view);
        Network::Units units = to_units_.sum(inputs_);
        for (float& unit : units) {
            unit = kept(std::max(unit, 0.0F));
        }
        std::array<float, Network::units + numbers + 1> seen;
        std::copy(units.begin(), units.end(), seen.begin());
        std::copy(lesson.view.numbers.begin(), lesson.view.numbers.end(), seen.begin() + Network::units);
        seen.back() = 1;
        const Network::Outcomes error = error_of(normalised(to_outcomes_.sum(seen)), lesson);
        Network::Units unit_error{};
        for (std::size_t unit = 0; unit < Network::units; ++unit) {
            if (units[unit] > 0) {
                for (std::size_t k = 0; k < outcomes; ++k) {
                    unit_error[unit] += to_outcomes_[unit][k] * error[k] / (1 - dropout);
                }
            }
        }
        to_outcomes_.learn(seen, error);
        to_units_.learn(inputs_, unit_error);
    }

    /// 0 as often as something is to be left out, and larger in turn if it is not.
    float kept(float number) { return number == 0 || fraction(random_) < dropout ? 0 : number / (1 - dropout); }

    void read(const NameView& view) {
        std::fill(inputs_.begin(), inputs_.end(), 0.0F);
        for (const NameView::Seen& word : view.seen()) {
            const float share = word.place == NameView::Inside ? view.inside_share : 1;
            float* const place = inputs_.data() + word.place * vectors_.dimensions();
            for (std::size_t grain = 0; grain < Clusters::grains; ++grain) {
                const std::span<const float> vector = vectors_.of(grain, word.path[grain]);
                for (std::size_t i = 0; i < vector.size(); ++i) {
                    place[i] += share * vector[i];
                }
            }
        }
        for (std::size_t i = 0; i < from_places_; ++i) {
            inputs_[i] = kept(inputs_[i]);
        }
        std::copy(view.numbers.begin(), view.numbers.end(),
                  inputs_.begin() + static_cast<std::ptrdiff_t>(from_places_));
        inputs_.back() = 1;
    }

    /// How far the outcomes are more likely than among those that the annotation allows, for the mean of a batch.
    static Network::Outcomes error_of(Network::Outcomes chances, const NameLesson& lesson) {
        float allowed = 1e-9F;
        for (std::size_t k = 0; k < outcomes; ++k) {
            allowed += (lesson.allowed >> k & 1U) != 0 ? chances[k] : 0;
        }
        for (std::size_t k = 0; k < outcomes; ++k) {
            chances[k] -= (lesson.allowed >> k & 1U) != 0 ? chances[k] / allowed : 0;
            chances[k] *= lesson.weight / batch;
        }
        return chances;
    }

    void write_rows(LearnedNetwork& network) {
        std::vector<Network::Units> rows;
        float largest = 1e-9F;
        for (std::size_t place = 0; place < NameView::places; ++place) {
            for (std::size_t grain = 0; grain < Clusters::grains; ++grain) {
                for (std::size_t cluster = 1; cluster <= vectors_.sizes()[grain]; ++cluster) {
                    rows.push_back(row_of(place, vectors_.of(grain, cluster)));
                    for (const float unit : rows.back()) {
                        largest = std::max(largest, std::abs(unit));
                    }
                }
            }
        }
        network.weights.row_unit = largest / 127;
        for (const Network::Units& row : rows) {
            Network::Row& rounded = network.rows.emplace_back();
            for (std::size_t unit = 0; unit < Network::units; ++unit) {
                rounded[unit] = static_cast<std::int8_t>(std::lround(row[unit] / network.weights.row_unit));
            }
        }
    }

    Network::Units row_of(std::size_t place, std::span<const float> vector) {
        Network::Units row{};
        for (std::size_t i = 0; i < vector.size(); ++i) {
            for (std::size_t unit = 0; unit < Network::units; ++unit) {
                row[unit] += vector[i] * to_units_[place * vector.size() + i][unit];
            }
        }
        return row;
    }

    const ClusterVectors& vectors_;
    std::size_t from_places_;  ///< how many inputs are of these
    Layer<Network::units> to_units_;
    Layer<outcomes> to_outcomes_;
    std::mt19937 random_;
    std::vector<float> inputs_;
};

}  // namespace

LearnedNetwork learn_network(std::span<const NameLesson> lessons, const ClusterVectors& vectors, unsigned seed) {
    NetworkLearner learner(vectors, seed);
    learner.run(lessons);
    return learner.learned();
}

}  // namespace entities::train
