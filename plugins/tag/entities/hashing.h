// Turns features into rows of the weight table ("the hashing trick", Weinberger et al. 2009).
#pragma once

#include <cstdint>
#include <string_view>

namespace entities {

using Hash = std::uint64_t;

inline constexpr Hash golden_ratio = 0x9E3779B97F4A7C15ULL;

constexpr Hash mixed(Hash a, Hash b) {
    const Hash state = (a ^ (b + golden_ratio + (a << 6U) + (a >> 2U))) * 0xD6E8FEB86659FD93ULL;
    return state ^ (state >> 32U);
}

inline Hash hashed(std::string_view text) {
    Hash state = text.size() * golden_ratio;
    for (const char c : text) {
        state = (state ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    return state ^ (state >> 29U);
}

/// The row of a value under the template `number`, in a table of 2^(64 - shift) rows.
constexpr std::uint32_t row(Hash value, unsigned number, unsigned shift) {
    const Hash state = (value + number * golden_ratio) * 0xD6E8FEB86659FD93ULL;
    return static_cast<std::uint32_t>(((state ^ (state >> 32U)) * golden_ratio) >> shift);
}

}  // namespace entities
