// From annotated documents to a model: learns the first pass part by part, so that the second pass sees labels of
// documents that were not learned from, then both passes, part by part once more, so that the network does, then both
// at once.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "../clusters.h"
#include "../gazetteer.h"
#include "cluster_vectors.h"
#include "corpus.h"
#include "network_learner.h"
#include "perceptron.h"

namespace entities::train {

class Trainer {
public:
    /// All is lent.
    Trainer(const Recipe& recipe, const Gazetteer& gazetteer, std::span<const Clusters::Slot> slots,
            const ClusterVectors& vectors)
        : recipe_(recipe), gazetteer_(gazetteer), slots_(slots), vectors_(vectors) {}

    /// The bytes of the model file. It begins with the description.
    std::string train(std::vector<std::unique_ptr<Example>> examples, std::string_view description);

private:
    struct Prepared {
        std::unique_ptr<Example> example;
        Features features;
        Features votes;
    };

    enum class Passes : std::uint8_t { First, Both };

    Weights learn_often(std::span<const Lesson> lessons, unsigned runs) const;
    void prepare(Prepared& prepared) const;
    /// Of the documents that `wanted` takes.
    template <typename Wanted>
    std::vector<Lesson> lessons(Passes passes, Wanted wanted) const;
    void open_silver();
    void vote(unsigned part);
    void add_names(unsigned part, std::vector<NameLesson>& names) const;

    const Recipe& recipe_;
    const Gazetteer& gazetteer_;
    std::span<const Clusters::Slot> slots_;
    const ClusterVectors& vectors_;
    std::vector<Prepared> prepared_;
};

}  // namespace entities::train
