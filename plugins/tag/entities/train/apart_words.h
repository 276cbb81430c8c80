// Small words that names are not made of, as annotated documents tell: "said" is one, "of" is not.
#pragma once

#include <memory>
#include <vector>

#include "../clusters.h"
#include "corpus.h"

namespace entities::train {

/// Marks them in the table of words. What the documents show too seldom is not marked.
void mark_apart_words(const std::vector<std::unique_ptr<Example>>& examples, std::vector<Clusters::Slot>& slots);

}  // namespace entities::train
