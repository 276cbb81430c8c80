// What is known of single words: their clusters, and, as annotated documents tell, how often they have a capital and
// what names do with them where they have none: "of" stands inside names, "said" does not.
#pragma once

#include <memory>
#include <vector>

#include "../clusters.h"
#include "corpus.h"
#include "word_clusters.h"

namespace entities::train {

/// The hash table of the clustered words and of those that the documents have often. Deterministic.
std::vector<Clusters::Slot> make_vocabulary(const std::vector<ClusteredWord>& clustered,
                                            const std::vector<std::unique_ptr<Example>>& examples);

}  // namespace entities::train
