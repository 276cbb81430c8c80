// Takes the sentences that together tell the most and fit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "concepts.h"
#include "wording/coherence.h"
#include "wording/sentence.h"
#include "wording/wording.h"

namespace summarize {

/// 0: none.
struct Limits {
    std::size_t sentences = 3;
    std::size_t words = 0;
    std::size_t characters = 0;  // with one between a sentence and the next
    double overlap = 0.6;        // of two sentences that share more of the shorter one's terms, one is left out

    bool of_size() const { return words > 0 || characters > 0; }
};

struct Choice {
    std::uint32_t sentence = 0;
    double score = 0;  // what it adds to those before it
};

/// The choices, best first; none if nothing fits. Sentences without a content word are never taken, and those of
/// Kind::Apparatus only if there is nothing else.
std::vector<Choice> select(const std::vector<Sentence>& sentences, const std::vector<Size>& sizes,
                           const Concepts& concepts, const std::vector<Worth>& worth, const Limits& limits);

/// The sentence to cut if none fits; the number of sentences if there is none with a content word.
std::uint32_t best_alone(const std::vector<Sentence>& sentences, const Concepts& concepts,
                         const std::vector<Worth>& worth);

}  // namespace summarize
