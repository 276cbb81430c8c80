// Brings together what has one key, by sorting: cheaper than a hash table for the few hundred names of a document.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <tuple>
#include <vector>

#include "hashing.h"

namespace entities {

/// A mention, or a name, by its number, and what it has in common with others of its group.
struct Keyed {
    Hash key = 0;
    std::uint32_t mention = 0;
};

/// By their keys, those of one key by their numbers: first into as many buckets as there are mentions, by the highest
/// bits, so that next to nothing has to be compared.
inline std::vector<Keyed> sorted(std::span<const Keyed> all) {
    const auto bits = static_cast<unsigned>(std::bit_width(all.size()));
    const auto bucket = [&](const Keyed& one) { return bits == 0 ? 0 : one.key >> (64 - bits); };
    std::vector<std::uint32_t> next((std::size_t{1} << bits) + 1);
    for (const Keyed& one : all) {
        ++next[bucket(one) + 1];
    }
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<Keyed> sorted(all.size());
    for (const Keyed& one : all) {
        sorted[next[bucket(one)]++] = one;
    }
    for (std::size_t begin = 0; begin < sorted.size();) {
        const std::size_t end = next[bucket(sorted[begin])];
        if (end - begin > 1) {
            std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(begin),
                      sorted.begin() + static_cast<std::ptrdiff_t>(end), [](const Keyed& left, const Keyed& right) {
                          return std::tie(left.key, left.mention) < std::tie(right.key, right.mention);
                      });
        }
        begin = end;
    }
    return sorted;
}

/// Calls `use` with the mentions of each group, by their numbers.
template <class Use>
void for_each_group(std::span<const Keyed> all, const Use& use) {
    const std::vector<Keyed> by_key = sorted(all);
    for (auto begin = by_key.begin(); begin != by_key.end();) {
        const auto end = std::find_if(begin, by_key.end(), [&](const Keyed& other) { return other.key != begin->key; });
        use(std::span<const Keyed>(begin, end));
        begin = end;
    }
}

}  // namespace entities
