// Makes one entry of those of a date, or of those without one, that tell of the same event.
#pragma once

#include <cstddef>
#include <vector>

#include "entries.h"

namespace timeline {

/// The first of them in the order of the input speaks for all and lists their sources, at most `most_sources`. Leaves
/// entries in the order of their first report. A document does not tell of one event twice in other words, so those
/// most alike are folded first, and entries that rest on one document only if one is a copy of the other. Takes time in
/// proportion to the number of entries: of those that have something in common, each is compared with a few at most.
void fold_alike(std::vector<Entry>& entries, std::size_t most_sources);

/// Leaves the `most` entries that most sources tell, those first; of equals the earlier.
void keep_most_told(std::vector<Entry>& entries, std::size_t most);

/// True if the first report of `a` comes before that of `b` in the input.
bool comes_before(const Entry& a, const Entry& b);

}  // namespace timeline
