// Which phrases tell most of an article, after YAKE.
#pragma once

#include <cstddef>
#include <vector>

#include "candidates.h"

namespace summarize {

struct Keyphrase {
    std::size_t candidate = 0;  ///< its number
    double score = 0;           ///< between 0 and 1; the higher the more telling
};

/// The `most` best, best first. Of phrases that share more than half of the shorter one's terms the better one counts.
std::vector<Keyphrase> keyphrases_of(const Units& units, const std::vector<Candidate>& candidates, std::size_t most);

}  // namespace summarize
