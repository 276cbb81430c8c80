// Numbers pairs of words.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace summarize {

/// A hash table with open addressing: most pairs come once, and nodes of their own would cost more than all else.
class PairNumbers {
public:
    /// For at most so many pairs.
    explicit PairNumbers(std::size_t most) : slots_(std::bit_ceil(2 * most + 1), none) { pairs_.reserve(most); }

    /// The pair's number: from 0, in the order in which pairs come.
    std::uint32_t number(std::uint32_t left, std::uint32_t right) {
        const std::uint64_t pair = std::uint64_t{left} << 32 | right;
        std::size_t slot = (pair * 0x9E3779B97F4A7C15ULL >> 32) & (slots_.size() - 1);
        for (; slots_[slot] != none; slot = (slot + 1) & (slots_.size() - 1)) {
            if (pairs_[slots_[slot]] == pair) {
                return slots_[slot];
            }
        }
        slots_[slot] = static_cast<std::uint32_t>(pairs_.size());
        pairs_.push_back(pair);
        return slots_[slot];
    }

    std::size_t size() const { return pairs_.size(); }

    /// The words of the pair of this number.
    std::array<std::uint32_t, 2> words(std::uint32_t number) const {
        return {static_cast<std::uint32_t>(pairs_[number] >> 32), static_cast<std::uint32_t>(pairs_[number])};
    }

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    std::vector<std::uint32_t> slots_;
    std::vector<std::uint64_t> pairs_;
};

}  // namespace summarize
