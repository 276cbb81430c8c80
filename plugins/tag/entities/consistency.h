// Makes a document's mentions agree with each other: which name the same thing, what it is, which guesses to keep.
#pragma once

#include <vector>

#include "mention.h"
#include "resolved.h"
#include "words.h"

namespace entities {

/// In text order; mentions that nothing supports are left out.
std::vector<Resolved> resolve(const Words& words, std::vector<Mention> mentions);

}  // namespace entities
