// UTF-8 as plugins and core both need it: validity, boundaries, and the code point offsets of files that leave the
// program. No function here allocates but CodePoints.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace attache::utf8 {

static_assert(std::endian::native == std::endian::little, "many bytes are looked at as one number, the first lowest");

/// True if the byte does not continue a sequence.
inline bool is_start(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// True if `offset` does not fall inside a sequence of `text`, which is valid UTF-8. The end counts as a boundary.
inline bool is_boundary(std::string_view text, std::size_t offset) {
    return offset == text.size() || (offset < text.size() && is_start(text[offset]));
}

/// How many bytes at the start of `text` are ASCII.
inline std::size_t ascii_prefix(std::string_view text) {
    constexpr std::uint64_t highs = 0x8080808080808080ULL;
    const auto word = [&](std::size_t from) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + from, sizeof bytes);
        return bytes;
    };
    std::size_t at = 0;
    while (at + 32 <= text.size() && ((word(at) | word(at + 8) | word(at + 16) | word(at + 24)) & highs) == 0) {
        at += 32;
    }
    for (; at + 8 <= text.size(); at += 8) {
        if (const std::uint64_t others = word(at) & highs; others != 0) {
            return at + static_cast<std::size_t>(std::countr_zero(others)) / 8;
        }
    }
    while (at < text.size() && static_cast<signed char>(text[at]) >= 0) {
        ++at;
    }
    return at;
}

/// How many bytes at the start of `text` are ASCII letters.
inline std::size_t ascii_letters(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    constexpr std::uint64_t highs = ones << 7U;
    std::size_t at = 0;
    for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        const std::uint64_t small = (word | ones * 0x20) & ~highs;
        const std::uint64_t others = (~(small + ones * (0x80 - 'a')) | (small + ones * (0x7F - 'z')) | word) & highs;
        if (others != 0) {
            return at + static_cast<std::size_t>(std::countr_zero(others)) / 8;
        }
    }
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    while (at < text.size() && is_letter(text[at])) {
        ++at;
    }
    return at;
}

inline bool is_ascii(std::string_view text) {
    return ascii_prefix(text) == text.size();
}

/// Length of the well-formed sequence that begins `text` (Unicode 15, table 3-7), or 0 if none does.
inline std::size_t sequence_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto trails = [&](std::size_t count, unsigned low, unsigned high) -> std::size_t {
        if (text.size() <= count || byte(1) < low || byte(1) > high) {
            return 0;
        }
        for (std::size_t i = 2; i <= count; ++i) {
            if ((byte(i) & 0xC0U) != 0x80U) {
                return 0;
            }
        }
        return count + 1;
    };
    if (text.empty()) {
        return 0;
    }
    const unsigned lead = byte(0);
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return trails(1, 0x80, 0xBF);
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return trails(2, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        return trails(3, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
    }
    return 0;
}

/// Offset of the first byte that is not part of valid UTF-8; text.size() if all is.
inline std::size_t valid_prefix(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        at += ascii_prefix(text.substr(at));
        if (at == text.size()) {
            break;
        }
        const std::size_t length = sequence_length(text.substr(at, 4));
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return at;
}

inline bool valid(std::string_view text) {
    return valid_prefix(text) == text.size();
}

/// Number of code points in valid UTF-8: of bytes that do not continue a sequence.
inline std::size_t count(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    std::size_t continuing = 0;
    const auto add = [&](std::uint64_t word) {
        continuing += static_cast<std::size_t>(((word >> 7U & ~(word >> 6U) & ones) * ones) >> 56U);
    };
    std::uint64_t word = 0;
    std::size_t at = 0;
    for (; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        add(word);
    }
    const std::size_t left = text.size() - at;
    if (left > 0 && at > 0) {
        std::memcpy(&word, text.data() + text.size() - sizeof word, sizeof word);
        add(word >> 8 * (sizeof word - left));  // without the bytes that were counted
    } else {
        for (; at < text.size(); ++at) {
            add(static_cast<unsigned char>(text[at]));
        }
    }
    return text.size() - continuing;
}

/// Turns byte offsets into code point offsets in constant time, and back in logarithmic time. Keeps two numbers per 64
/// bytes of text, and none for ASCII.
class CodePoints {
public:
    explicit CodePoints(std::string_view text) {
        if (is_ascii(text)) {
            return;
        }
        std::size_t points = 0;
        blocks_.reserve(text.size() / step + 1);
        for (std::size_t at = 0; at <= text.size(); at += step) {
            blocks_.push_back({points, starts_in(text.substr(at, step))});
            points += static_cast<std::size_t>(std::popcount(blocks_.back().starts));
        }
        blocks_.back().starts |= std::uint64_t{1} << text.size() % step;  // at the end one could start
    }

    /// Code points before `offset`, which is a boundary of the text or its end.
    std::size_t at(std::size_t offset) const {
        if (blocks_.empty()) {
            return offset;
        }
        const Block& block = blocks_[offset / step];
        const std::uint64_t before = block.starts & ((std::uint64_t{1} << offset % step) - 1);
        return block.before + static_cast<std::size_t>(std::popcount(before));
    }

    /// The byte offset of code point number `point`, which is at most the number of all.
    std::size_t offset_of(std::size_t point) const {
        if (blocks_.empty()) {
            return point;
        }
        const auto after =
            std::upper_bound(blocks_.begin(), blocks_.end(), point,
                             [](std::size_t wanted, const Block& block) { return wanted < block.before; });
        const auto block = after - 1;
        std::uint64_t starts = block->starts;
        for (std::size_t left = point - block->before; left > 0; --left) {
            starts &= starts - 1;
        }
        return static_cast<std::size_t>(block - blocks_.begin()) * step +
               static_cast<std::size_t>(std::countr_zero(starts));
    }

private:
    static constexpr std::size_t step = 64;

    struct Block {
        std::size_t before;    ///< code points before it
        std::uint64_t starts;  ///< a bit for each byte, the lowest for the first; set if a code point starts there
    };

    /// `bytes` are up to 64.
    static std::uint64_t starts_in(std::string_view bytes) {
        constexpr std::uint64_t ones = 0x0101010101010101ULL;
        constexpr std::uint64_t gather =
            0x0102040810204080ULL;  // moves the lowest bit of each byte into the highest byte
        std::uint64_t starts = 0;
        std::size_t at = 0;
        for (std::uint64_t word = 0; at + sizeof word <= bytes.size(); at += sizeof word) {
            std::memcpy(&word, bytes.data() + at, sizeof word);
            starts |= ((~(word >> 7U) | word >> 6U) & ones) * gather >> 56U << at;
        }
        for (; at < bytes.size(); ++at) {
            starts |= std::uint64_t{is_start(bytes[at])} << at;
        }
        return starts;
    }

    std::vector<Block> blocks_;
};

}  // namespace attache::utf8
