// Brings together what has one key, by sorting: cheaper than a hash table for the few hundred names of a document.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "hashing.h"

namespace entities {

/// A mention by its number, and what it has in common with others of its group.
struct Keyed {
    Hash key = 0;
    std::uint32_t mention = 0;
    auto operator<=>(const Keyed&) const = default;
};

/// Calls `use` with the mentions of each group, in the order of their numbers.
template <class Use>
void for_each_group(std::vector<Keyed>& all, const Use& use) {
    std::sort(all.begin(), all.end());
    for (auto begin = all.begin(); begin != all.end();) {
        const auto end = std::find_if(begin, all.end(), [&](const Keyed& other) { return other.key != begin->key; });
        use(std::span<const Keyed>(begin, end));
        begin = end;
    }
}

}  // namespace entities
