// Gives persons the offices and titles that stand beside their names, and cuts from all names what is no part of them.
#pragma once

#include <vector>

#include "mention.h"
#include "words.h"

namespace entities {

/// Mentions are in text order. Leaves offices that are known already; titles, articles and possessive endings leave the
/// spans.
void separate_offices(const Words& words, std::vector<Mention>& mentions);

}  // namespace entities
