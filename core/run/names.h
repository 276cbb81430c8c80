// File names as text that may go into JSON and be compared.
#pragma once

#include <algorithm>
#include <attache/utf8.hpp>
#include <string>
#include <string_view>

namespace attache::core {

/// The name with every byte that is not part of valid UTF-8 written as %XX.
inline std::string printable(std::string_view name) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string text;
    while (!name.empty()) {
        const std::size_t valid = utf8::valid_prefix(name);
        text += name.substr(0, valid);
        name.remove_prefix(valid);
        if (!name.empty()) {
            const auto byte = static_cast<unsigned char>(name.front());
            text += {'%', digits[byte >> 4], digits[byte & 15]};
            name.remove_prefix(1);
        }
    }
    return text;
}

/// ASCII letters in lower case, for comparing extensions.
inline std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

}  // namespace attache::core
