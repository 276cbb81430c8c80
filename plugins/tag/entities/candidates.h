// Which words a model has to look at: capitals, and the few small words between and beside them. Most words of a text
// are neither, and name nothing.
#pragma once

#include <vector>

#include "clusters.h"
#include "words.h"

namespace entities {

/// Stretches of words, in order, each within one sentence. Small words that names are not made of end them. In a
/// sentence without capitals all other words are looked at, as nothing tells its names from them.
std::vector<Range> candidates(const Words& words, const Clusters& clusters);

}  // namespace entities
