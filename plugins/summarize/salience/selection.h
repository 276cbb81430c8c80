// Takes the best sentences, one after another, that say something new.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "coherence.h"
#include "sentence.h"

namespace salience {

struct Limits {
    std::size_t sentences = 3;
    std::size_t words = 0;  // 0: none
    double overlap = 0.6;   // a sentence that shares more of its terms with one taken before is left out
};

struct Choice {
    std::uint32_t sentence = 0;
    double score = 0;
};

/// The choices, best first. Sentences without a content word are never taken, and those of no worth only if there is
/// nothing else.
std::vector<Choice> select(const std::vector<Sentence>& sentences, const std::vector<Worth>& worth,
                           const Limits& limits);

}  // namespace salience
