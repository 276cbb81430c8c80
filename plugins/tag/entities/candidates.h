// Which words a model has to look at: capitals, and the few small words between and beside them. Most words of a text
// are neither, and name nothing.
#pragma once

#include <vector>

#include "words.h"

namespace entities {

/// Stretches of words, in order, each within one sentence. A sentence without capitals is one as a whole, as nothing tells
/// its names from its other words.
std::vector<Range> candidates(const Words& words);

}  // namespace entities
