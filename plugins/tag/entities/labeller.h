// Runs a model over a document: once to see what its names are, once more with that in view, and then over the names.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "decoder.h"
#include "features.h"
#include "gazetteer.h"
#include "mention.h"
#include "model.h"
#include "name_view.h"
#include "part_scores.h"
#include "words.h"

namespace entities {

/// Words [first, last) that the model takes for a name.
struct Labelled {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    Type type = Type::None;
    float confidence = 0;  ///< probability that it is a name of this type, and ends where it does
};

class Labeller {
public:
    Labeller(const Model& model, const Gazetteer& gazetteer) : model_(model), gazetteer_(gazetteer) {}

    /// In text order; they do not overlap. `guesses` are the mentions that rules found.
    std::vector<Labelled> label(const Words& words, std::span<const Mention> guesses, PartScores& part_scores) const;

    /// What both passes find, before the network decides.
    std::vector<ScoredName> read(const Words& words, std::span<const Mention> guesses, PartScores& part_scores) const;

private:
    const Model& model_;
    const Gazetteer& gazetteer_;
};

}  // namespace entities
