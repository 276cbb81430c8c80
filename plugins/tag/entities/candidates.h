// Which words a model has to look at: capitals, and the few small words between and beside them. Most words of a text
// are neither, and name nothing.
#pragma once

#include <vector>

#include "clusters.h"
#include "words.h"

namespace entities {

/// Stretches of words, in order, each within one sentence: capitals, with small words between them that names have
/// inside, and small words beside them that names begin or end with. In a sentence without capitals all words are
/// looked at but those that names are known not to have, as nothing else tells its names from them.
std::vector<Range> candidates(const Words& words);

}  // namespace entities
