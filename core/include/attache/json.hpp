// JSON strings as plugins and core both read and write them: where an escape is needed.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace attache::json {

/// Of the eight bytes of a word those that a JSON string cannot hold as they are: a quotation mark, a backslash, a
/// control character. The lowest bit that is set is the high bit of the first such byte; 0 if there is none.
constexpr std::uint64_t escapes(std::uint64_t word) {
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    const std::uint64_t below = (word - ones * 0x20) | ((word ^ ones * '"') - ones) | ((word ^ ones * '\\') - ones);
    return below & ~word & ones << 7U;
}

/// Which byte of the word the lowest bit belongs to.
constexpr std::size_t first_of(std::uint64_t escapes) {
    return static_cast<std::size_t>(std::countr_zero(escapes)) / 8;
}

/// How many bytes at the start of `text` a JSON string holds as they are.
inline std::size_t plain_prefix(std::string_view text) {
    std::size_t at = 0;
    for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if (const std::uint64_t found = escapes(word); found != 0) {
            return at + first_of(found);
        }
    }
    while (at < text.size() && escapes(static_cast<unsigned char>(text[at]) | 0x2020202020202000ULL) == 0) {
        ++at;
    }
    return at;
}

}  // namespace attache::json
