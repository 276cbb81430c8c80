// What names do with small words, as annotated documents tell: "of" stands inside them, "said" does not.
#pragma once

#include <memory>
#include <vector>

#include "../clusters.h"
#include "corpus.h"

namespace entities::train {

/// Notes it in the table of words. Of words that the documents show too seldom nothing is known.
void note_uses(const std::vector<std::unique_ptr<Example>>& examples, std::vector<Clusters::Slot>& slots);

}  // namespace entities::train
