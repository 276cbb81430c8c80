// The order of the spool: keyphrases, then the reports of `timeline::key_of`, then passages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace briefing {

constexpr char phrase_mark = '1';
constexpr char passage_mark = '3';

/// Sixteen hexadecimal digits that sort as the numbers do.
inline void append_sortable(std::string& key, std::uint64_t number) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4) {
        key += digits[(number >> shift) & 0xF];
    }
}

}  // namespace briefing
