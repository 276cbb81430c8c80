// What rules say of a document's words, for the model to weigh.
#pragma once

#include <vector>

#include "gazetteer.h"
#include "mention.h"
#include "words.h"

namespace entities {

/// Mentions in text order, after those with the same text were made to agree.
std::vector<Mention> guess(const Words& words, const Gazetteer& gazetteer);

}  // namespace entities
