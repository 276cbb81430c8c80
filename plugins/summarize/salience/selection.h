// Takes the sentences that together tell the most and fit.
#pragma once

#include <cstdint>
#include <vector>

#include "candidates.h"
#include "evidence.h"

namespace summarize {

struct Choice {
    std::uint32_t candidate = 0;  // its number
    double score = 0;             // what it adds to those before it
};

/// The choices, best first. `weights` are those of the concepts.
std::vector<Choice> select(const std::vector<Candidate>& candidates, const Evidence& evidence,
                           const std::vector<double>& weights, const Limits& limits);

}  // namespace summarize
