// From annotated documents to a model: learns the first pass part by part, so that the second pass sees labels of
// documents that were not learned from, then both passes at once.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "../clusters.h"
#include "../gazetteer.h"
#include "calibrating.h"
#include "corpus.h"
#include "perceptron.h"

namespace entities::train {

class Trainer {
public:
    /// All is lent.
    Trainer(const Recipe& recipe, const Gazetteer& gazetteer, std::span<const Clusters::Slot> slots)
        : recipe_(recipe), gazetteer_(gazetteer), slots_(slots) {}

    /// The bytes of the model file. It begins with the description.
    std::string train(std::vector<std::unique_ptr<Example>> examples, std::string_view description);

private:
    struct Prepared {
        std::unique_ptr<Example> example;
        Features features;
        Features votes;
    };

    Weights learn_often(std::span<const Lesson> lessons) const;
    void prepare(Prepared& prepared) const;
    /// Lessons of the first pass, from those that `wanted` takes.
    template <typename Wanted>
    std::vector<Lesson> first_lessons(Wanted wanted) const;
    void open_silver();
    std::vector<Trial> vote(unsigned part);

    const Recipe& recipe_;
    const Gazetteer& gazetteer_;
    std::span<const Clusters::Slot> slots_;
    std::vector<Prepared> prepared_;
};

}  // namespace entities::train
