// The sentences among which a summary is looked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "evidence.h"
#include "judge.h"
#include "wording/sentence.h"
#include "wording/wording.h"

namespace summarize {

constexpr std::size_t most_candidates = 300;

/// 0: none.
struct Limits {
    std::size_t sentences = 3;
    std::size_t words = 0;
    std::size_t characters = 0;  // with one between a sentence and the next
    double overlap = 0.6;        // of two sentences that share more of the shorter one's terms, one is left out

    bool of_size() const { return words > 0 || characters > 0; }
    bool let_in(const Size& size) const {
        return (words == 0 || size.words <= words) && (characters == 0 || size.characters <= characters);
    }
    /// About how many sentences they let in.
    std::size_t expected() const;
};

struct Candidate {
    std::uint32_t sentence = 0;
    Wording wording;
    Worth worth;
    double cost = 0;               // what its length takes away
    double value = 0;              // of a summary of nothing else
    std::vector<double> overlaps;  // with each better one: the share of the shorter one's terms that are in both
};

/// The best by themselves, best first, none the same as a better one; none if nothing fits. Sentences without a content
/// word are none, and those of Kind::Apparatus only if there is nothing else. `weights` are those of the concepts.
std::vector<Candidate> candidates_of(const std::vector<Sentence>& sentences, const Evidence& evidence,
                                     const std::vector<double>& weights, const Judge& judge, const Limits& limits);

}  // namespace summarize
