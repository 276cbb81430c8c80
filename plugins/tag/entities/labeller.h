// Runs a model over a document: once to see what its names are, and once more with that in view.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "decoder.h"
#include "features.h"
#include "gazetteer.h"
#include "mention.h"
#include "model.h"
#include "part_scores.h"
#include "words.h"

namespace entities {

/// Words [first, last) that the model takes for a name.
struct Labelled {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    Type type = Type::None;
    std::int64_t lead = 0;  ///< of its score over that of the next best reading
};

class Labeller {
public:
    Labeller(const Model& model, const Gazetteer& gazetteer) : model_(model), gazetteer_(gazetteer) {}

    /// In text order; they do not overlap. `guesses` are the mentions that rules found.
    std::vector<Labelled> label(const Words& words, std::span<const Mention> guesses, PartScores& part_scores) const;

    /// The first pass only, over features extracted before.
    std::vector<Labelled> label(std::span<const Range> runs, const Features& features) const;

private:
    const Model& model_;
    const Gazetteer& gazetteer_;
};

}  // namespace entities
