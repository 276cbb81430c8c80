// From names that the model found to mentions: what the gazetteer, the rules and the words beside them say of each.
#pragma once

#include <span>
#include <vector>

#include "gazetteer.h"
#include "labeller.h"
#include "mention.h"
#include "words.h"

namespace entities {

/// In text order. `guesses` are the mentions that rules found.
std::vector<Mention> decide(const Words& words, const Gazetteer& gazetteer, std::span<const Labelled> names,
                            std::span<const Mention> guesses);

}  // namespace entities
