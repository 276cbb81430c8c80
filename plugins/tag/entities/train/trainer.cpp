#include "trainer.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <optional>
#include <thread>

#include "../guesses.h"
#include "../labeller.h"
#include "../votes.h"
#include "quantizing.h"
#include "silver.h"

namespace entities::train {

namespace {

/// In sums of weights, as one run learns them: so what a name's view has of its scores is about 1.
constexpr float score_unit = 80;

Training training_of(const Recipe& recipe) {
    return {recipe.bits, recipe.epochs, recipe.seed, recipe.dropout, static_cast<float>(recipe.margin)};
}

/// Calls `work` with all numbers below `count`, on all processors. Throws what the first that fails throws.
void share_out(std::size_t count, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::vector<std::future<void>> shares;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
        shares.push_back(std::async(std::launch::async, [&] {
            for (std::size_t number = next++; number < count; number = next++) {
                work(number);
            }
        }));
    }
    for (std::future<void>& share : shares) {
        share.wait();
    }
    for (std::future<void>& share : shares) {
        share.get();
    }
}

/// What the annotation says of a name: a bit for each outcome.
std::uint32_t allowed_outcomes(const Example& example, const ScoredName& name) {
    const auto allows = [&](auto label) {
        for (std::uint32_t i = name.first; i < name.last; ++i) {
            if ((example.allowed[i] >> label(i) & 1U) == 0) {
                return false;
            }
        }
        return true;
    };
    std::uint32_t outcomes = 0;
    for (std::uint32_t k = 0; k < mention_types; ++k) {
        const auto type = static_cast<Type>(k + 1);
        outcomes |= allows([&](std::uint32_t i) { return label_in(type, i, name.first, name.last); }) ? 1U << k : 0;
    }
    const bool may_be_none = allows([](std::uint32_t) { return outside; });
    return outcomes | (may_be_none || outcomes == 0 ? 1U << mention_types : 0);
}

}  // namespace

void Trainer::prepare(Prepared& prepared) const {
    find_runs(*prepared.example);
    const Words& words = *prepared.example->words;
    extract(words, prepared.example->runs, gazetteer_, guess(words, gazetteer_), prepared.features);
}

template <typename Wanted>
std::vector<Lesson> Trainer::lessons(Passes passes, Wanted wanted) const {
    std::vector<Lesson> lessons;
    for (std::size_t i = 0; i < prepared_.size(); ++i) {
        if (wanted(i)) {
            const Prepared& prepared = prepared_[i];
            const Example& example = *prepared.example;
            lessons.push_back({example.runs, &prepared.features, nullptr, example.allowed, example.repeat});
            if (passes == Passes::Both) {
                lessons.push_back({example.runs, &prepared.features, &prepared.votes, example.allowed, example.repeat});
            }
        }
    }
    return lessons;
}

/// Corrects silver by what was annotated by hand.
void Trainer::open_silver() {
    const auto by_hand = [&](std::size_t i) { return !prepared_[i].example->silver; };
    const std::vector<Lesson> lessons = this->lessons(Passes::First, by_hand);
    if (lessons.size() == prepared_.size()) {
        return;
    }
    const Weights weights = learn(lessons, training_of(recipe_));
    share_out(prepared_.size(), [&](std::size_t i) {
        Example& example = *prepared_[i].example;
        if (example.silver) {
            open_disputed_names(example, label(weights, example.runs, prepared_[i].features, nullptr));
        }
    });
}

/// Learns from all but one part, and lets that part be labelled.
void Trainer::vote(unsigned part) {
    const std::vector<Lesson> lessons =
        this->lessons(Passes::First, [&](std::size_t i) { return i % recipe_.folds != part; });
    const Weights weights = learn(lessons, training_of(recipe_));
    for (std::size_t i = part; i < prepared_.size(); i += recipe_.folds) {
        Prepared& prepared = prepared_[i];
        const Example& example = *prepared.example;
        extract_votes(*example.words, example.runs, label(weights, example.runs, prepared.features, nullptr),
                      prepared.votes);
    }
}

/// Learns from all but one part, and takes the names of that part as this labels them.
void Trainer::add_names(unsigned part, std::vector<NameLesson>& names) const {
    const unsigned runs = std::max(1U, recipe_.runs / recipe_.folds);
    const Quantized quantized =
        quantize(learn_often(lessons(Passes::Both, [&](std::size_t i) { return i % recipe_.folds != part; }), runs));
    ModelParts parts;
    parts.transitions = quantized.transitions;
    parts.rows = quantized.rows;
    const std::string bytes = write_model(parts, {});
    const Model model(bytes);
    const Labeller labeller(model, gazetteer_);
    PartScores part_scores;
    for (std::size_t i = part; i < prepared_.size(); i += recipe_.folds) {
        const Example& example = *prepared_[i].example;
        if (!example.silver) {
            const Words& words = *example.words;
            const std::vector<ScoredName> found = labeller.read(words, guess(words, gazetteer_), part_scores);
            const NameViews views(words, found, score_unit * quantized.scale * static_cast<float>(runs));
            for (const ScoredName& name : found) {
                names.push_back({views.of(name), allowed_outcomes(example, name), static_cast<float>(example.weight)});
            }
        }
    }
}

/// The average of several runs, which differ in the order of documents and in what is left out.
Weights Trainer::learn_often(std::span<const Lesson> lessons, unsigned runs) const {
    std::vector<std::optional<Weights>> learned(runs);
    share_out(runs, [&](std::size_t run) {
        Training training = training_of(recipe_);
        training.seed += static_cast<unsigned>(run);
        learned[run] = learn(lessons, training);
    });
    Weights sum = std::move(*learned.front());
    for (std::size_t run = 1; run < learned.size(); ++run) {
        sum += *learned[run];
    }
    return sum;
}

std::string Trainer::train(std::vector<std::unique_ptr<Example>> examples, std::string_view description) {
    prepared_.clear();
    for (std::unique_ptr<Example>& example : examples) {
        prepared_.push_back({std::move(example), Features(recipe_.bits), Features(recipe_.bits)});
    }
    share_out(prepared_.size(), [&](std::size_t i) { prepare(prepared_[i]); });
    open_silver();
    share_out(recipe_.folds, [&](std::size_t part) { vote(static_cast<unsigned>(part)); });
    std::vector<NameLesson> names;
    for (unsigned part = 0; part < recipe_.folds; ++part) {
        add_names(part, names);
    }
    LearnedNetwork network = learn_network(names, vectors_, recipe_.seed);
    const Quantized quantized =
        quantize(learn_often(lessons(Passes::Both, [](std::size_t) { return true; }), recipe_.runs));
    network.weights.score_unit = score_unit * quantized.scale * static_cast<float>(recipe_.runs);
    return write_model({quantized.transitions, slots_, quantized.rows, network.weights, network.rows, vectors_.sizes()},
                       description);
}

}  // namespace entities::train
