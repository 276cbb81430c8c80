// The words of many texts: how often each occurs, beside which others, and how often with a capital.
#pragma once

#include <filesystem>
#include <vector>

#include "../../sentences/language.h"
#include "../clusters.h"
#include "../lexicon.h"
#include "held_out.h"
#include "recipe.h"

namespace entities::train {

/// The hash table of the recipe's clusters, made from its texts but those with an id in `left_out`. Deterministic.
std::vector<Clusters::Slot> read_vocabulary(const Recipe& recipe, const std::filesystem::path& data,
                                            const HeldOut& left_out, const sentences::Language& language,
                                            const Lexicon& lexicon);

}  // namespace entities::train
