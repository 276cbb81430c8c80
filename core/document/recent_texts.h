// The texts that a column has had, as far as they are remembered: annotators lend one that comes again from the same
// place.
#pragma once

#include <attache/plugin.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace attache::core {

/// A text as a plugin lends it, and the document's copy.
struct TakenText {
    attache_str lent;
    attache_str copy;
};

class RecentTexts {
public:
    /// Where the text is if it has been taken of late; else what was there is to be replaced. No text is taken from the
    /// start.
    TakenText& place_of(attache_str text) {
        const std::uint64_t address = reinterpret_cast<std::uintptr_t>(text.data);
        return texts_[address * 0x9E3779B97F4A7C15ULL >> (64 - bits)];
    }

private:
    static constexpr unsigned bits = 5;
    std::array<TakenText, 1U << bits> texts_{};
};

}  // namespace attache::core
