// What a reader says of bytes that are not UTF-8.
#pragma once

#include <array>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace ingest {

/// "not valid UTF-8: byte 0xE9 at PLACE …". `at` is the offset of the first bad byte.
inline std::string invalid_utf8(std::string_view bytes, std::size_t at, const std::string& place) {
    std::array<char, 8> hex{};
    std::snprintf(hex.data(), hex.size(), "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(bytes[at])));
    return "not valid UTF-8: byte " + std::string(hex.data()) + " at " + place +
           " neither is ASCII nor belongs to a well-formed sequence; the text has to be saved as UTF-8";
}

}  // namespace ingest
