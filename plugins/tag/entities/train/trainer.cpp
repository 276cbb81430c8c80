#include "trainer.h"

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

/// Which of a model's names are annotated so; names in places that the annotation leaves open tell nothing.
void judge(const Example& example, const std::vector<Labelled>& names, float scale, std::vector<Trial>& trials) {
    for (const Labelled& name : names) {
        bool right = true;
        bool open = false;
        for (std::uint32_t i = name.first; i < name.last; ++i) {
            const std::uint8_t label = label_in(name.type, i, name.first, name.last);
            right = right && (example.allowed[i] >> label & 1U) != 0;
            open = open || (example.allowed[i] >> label & 1U & example.allowed[i] >> outside) != 0;
        }
        if (!open) {
            trials.push_back({static_cast<float>(name.lead) / scale, right});
        }
    }
}

}  // namespace

void Trainer::prepare(Prepared& prepared) const {
    find_runs(*prepared.example);
    const Words& words = *prepared.example->words;
    extract(words, prepared.example->runs, gazetteer_, guess(words, gazetteer_), prepared.features);
}

template <typename Wanted>
std::vector<Lesson> Trainer::first_lessons(Wanted wanted) const {
    std::vector<Lesson> lessons;
    for (std::size_t i = 0; i < prepared_.size(); ++i) {
        if (wanted(i)) {
            const Example& example = *prepared_[i].example;
            lessons.push_back({example.runs, &prepared_[i].features, nullptr, example.allowed, example.repeat});
        }
    }
    return lessons;
}

/// Corrects silver by what was annotated by hand.
void Trainer::open_silver() {
    const auto by_hand = [&](std::size_t i) { return !prepared_[i].example->silver; };
    const std::vector<Lesson> lessons = first_lessons(by_hand);
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
std::vector<Trial> Trainer::vote(unsigned part) {
    const std::vector<Lesson> lessons = first_lessons([&](std::size_t i) { return i % recipe_.folds != part; });
    const Weights weights = learn(lessons, training_of(recipe_));
    const Quantized quantized = quantize(weights);
    const std::string bytes = write_model(quantized.transitions, slots_, quantized.rows, {}, {});
    const Model model(bytes);
    const Labeller labeller(model, gazetteer_);
    std::vector<Trial> trials;
    for (std::size_t i = part; i < prepared_.size(); i += recipe_.folds) {
        Prepared& prepared = prepared_[i];
        const Example& example = *prepared.example;
        extract_votes(*example.words, example.runs, label(weights, example.runs, prepared.features, nullptr),
                      prepared.votes);
        if (!example.silver) {
            judge(example, labeller.label(example.runs, prepared.features), quantized.scale, trials);
        }
    }
    return trials;
}

/// The average of several runs, which differ in the order of documents and in what is left out.
Weights Trainer::learn_often(std::span<const Lesson> lessons) const {
    std::vector<std::optional<Weights>> learned(recipe_.runs);
    share_out(recipe_.runs, [&](std::size_t run) {
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
    std::vector<std::vector<Trial>> trials_of(recipe_.folds);
    share_out(recipe_.folds, [&](std::size_t part) { trials_of[part] = vote(static_cast<unsigned>(part)); });
    std::vector<Lesson> lessons;
    for (const Prepared& prepared : prepared_) {
        const Example& example = *prepared.example;
        for (const Features* const votes : {static_cast<const Features*>(nullptr), &prepared.votes}) {
            lessons.push_back({example.runs, &prepared.features, votes, example.allowed, example.repeat});
        }
    }
    const Quantized quantized = quantize(learn_often(lessons));
    std::vector<Trial> trials;
    for (const std::vector<Trial>& some : trials_of) {
        trials.insert(trials.end(), some.begin(), some.end());
    }
    Calibration calibration = calibrate(trials);
    calibration.slope *= static_cast<float>(recipe_.runs) / quantized.scale;
    return write_model(quantized.transitions, slots_, quantized.rows, calibration, description);
}

}  // namespace entities::train
