// How readers refuse what is not text.
#pragma once

#include <algorithm>
#include <array>
#include <attache/plugin.hpp>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace ingest {

/// Throws attache::Error for a file whose bytes cannot be text: one in 64 or more is a control character.
inline void refuse_binary(std::string_view bytes) {
    const auto is_control = [](char c) {
        return c >= 0 && c < ' ' && std::string_view("\t\n\v\f\r\x1B").find(c) == std::string_view::npos;
    };
    const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
    if (controls * 64 > bytes.size()) {
        throw attache::Error("not text: " + std::to_string(controls) + " of " + std::to_string(bytes.size()) +
                             " bytes are zero or other control characters, as in a binary file");
    }
}

/// "not valid UTF-8: byte 0xE9 at PLACE …". `at` is the offset of the first bad byte.
inline std::string invalid_utf8(std::string_view bytes, std::size_t at, const std::string& place) {
    std::array<char, 8> hex{};
    std::snprintf(hex.data(), hex.size(), "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(bytes[at])));
    return "not valid UTF-8: byte " + std::string(hex.data()) + " at " + place +
           " neither is ASCII nor belongs to a well-formed sequence; the text has to be saved as UTF-8";
}

}  // namespace ingest
