// Turns features into rows of the weight table ("the hashing trick", Weinberger et al. 2009).
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace entities {

using Hash = std::uint64_t;

inline constexpr Hash golden_ratio = 0x9E3779B97F4A7C15ULL;

/// Of two hashes, in this order. One multiplication: `row` makes another.
constexpr Hash mixed(Hash a, Hash b) {
    return (a + golden_ratio) * 0xD6E8FEB86659FD93ULL + b;
}

/// At most 8 bytes as a number; texts of one size that differ give different ones.
inline Hash packed(std::string_view text) {
    const auto word = [&](std::size_t at) {
        std::uint32_t part = 0;
        std::memcpy(&part, text.data() + at, sizeof part);
        return part;
    };
    const auto byte = [&](std::size_t at) { return static_cast<Hash>(static_cast<unsigned char>(text[at])); };
    const std::size_t size = text.size();
    if (size >= 4) {
        return word(0) | static_cast<Hash>(word(size - 4)) << 32U;
    }
    return size == 0 ? 0 : byte(0) | byte(size / 2) << 8U | byte(size - 1) << 16U;
}

inline Hash hashed(std::string_view text) {
    Hash state = text.size() * golden_ratio;
    const auto take = [&](Hash part) {
        state = (state ^ part) * 0xFF51AFD7ED558CCDULL;
        state ^= state >> 32U;
    };
    for (; text.size() > sizeof(Hash); text.remove_prefix(sizeof(Hash))) {
        take(packed(text.substr(0, sizeof(Hash))));
    }
    take(packed(text));
    return state;
}

/// The row of a value under the template `number`, in a table of 2^(64 - shift) rows.
constexpr std::uint32_t row(Hash value, unsigned number, unsigned shift) {
    return static_cast<std::uint32_t>((value * 0xC4CEB9FE1A85EC53ULL + number * golden_ratio) >> shift);
}

}  // namespace entities
