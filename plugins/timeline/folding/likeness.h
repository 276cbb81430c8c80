// How alike two reports are: whether they tell of the same event.
#pragma once

#include <cstdint>
#include <vector>

#include "reports.h"

namespace timeline {

enum class Likeness {
    None,
    Anew,  ///< names the same parties and places, and shares enough of the other words
    Copy   ///< says in nearly the same words what the other says, perhaps with less around it
};

struct Comparison {
    Likeness likeness = Likeness::None;
    double share = 0;  ///< of the words and names of both together, those that they share
};

/// How two reports of one date, or two undated ones, which can only be copies, compare. Those that differ in figures,
/// names or the classes of their events, in nothing but the order of the names, or of which one denies, are not alike.
Comparison compare(const Report& a, const Report& b);

/// Numbers of which two reports that are alike share at least one, with high probability: bands of MinHash (Broder
/// 1997) over words and names, and pairs of names.
std::vector<std::uint64_t> buckets_of(const Report& report);

/// A number that two reports share with the probability that a word or name of one is also in the other (MinHash).
std::uint32_t sketch_of(const Report& report);

}  // namespace timeline
