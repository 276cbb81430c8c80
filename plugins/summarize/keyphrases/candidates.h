// The phrases of an article among which its keyphrases are sought.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "units.h"

namespace summarize {

struct Candidate {
    std::vector<std::uint32_t> terms;  ///< in their order
    std::uint32_t count = 0;
    std::uint32_t start = 0;  ///< of the occurrence that reads best: inside a sentence, of a name the fullest
    std::uint32_t end = 0;
    bool opens_sentence = false;  ///< as that occurrence does
    std::uint32_t first_sentence = 0;
    bool is_noun = false;  ///< somewhere a determiner stands before it, or it has a capital inside a sentence
};

/// Runs of up to `longest` words and names that nothing parts; persons stand alone. In the order in which they come
/// first.
std::vector<Candidate> candidates_of(const Units& units, std::string_view text, std::size_t longest);

}  // namespace summarize
