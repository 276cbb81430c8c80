// Which entries of a day to keep: those nearest to what the day's sentences say together, after CentroidRank (Rossiello
// et al. 2017; Gholipour Ghalandari & Ifrim 2020).
#pragma once

#include <cstddef>
#include <vector>

#include "folding/collection.h"
#include "folding/entries.h"

namespace timeline {

class Selection {
public:
    /// `collection` must be finished before `keep_best` is called, and outlive this.
    explicit Selection(const Collection& collection) : collection_(collection), centroid_(term_range) {}

    /// Leaves the `most` best of a day's entries, in their order. Of two that say nearly the same the better one
    /// counts, while others are left.
    void keep_best(std::vector<Entry>& entries, std::size_t most);

private:
    struct Candidate;

    std::vector<Candidate> ranked(const std::vector<Entry>& entries);

    const Collection& collection_;
    std::vector<double> centroid_;  ///< all 0 between calls
};

}  // namespace timeline
