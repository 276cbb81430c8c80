// Letters, capitals and accents of UTF-8 text.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace entities {

namespace detail {

char32_t long_code_point(std::string_view text, std::uint32_t at, std::uint32_t& length);
bool is_other_letter(char32_t c);
bool is_other_upper(char32_t c);

inline constexpr std::array<bool, 256> ascii_letters = [] {
    std::array<bool, 256> letters{};
    for (unsigned c = 0; c < 128; ++c) {
        letters[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return letters;
}();

}  // namespace detail

/// Letters and digits.
constexpr bool is_ascii_letter(char c) {
    return detail::ascii_letters[static_cast<unsigned char>(c)];
}

/// The code point at `at`; `length` receives its number of bytes.
inline char32_t code_point(std::string_view text, std::uint32_t at, std::uint32_t& length) {
    const auto lead = static_cast<unsigned char>(text[at]);
    length = 1;
    return lead < 0x80 ? lead : detail::long_code_point(text, at, length);
}

/// The straight and the typographic ones.
inline bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB;
}

/// Letters, digits, and the marks that combine with them.
inline bool is_letter(char32_t c) {
    return c < 0x80 ? is_ascii_letter(static_cast<char>(c)) : detail::is_other_letter(c);
}

inline bool is_upper(char32_t c) {
    return c < 0x80 ? c >= U'A' && c <= U'Z' : detail::is_other_upper(c);
}

/// True if a letter of the Latin script is first, or a sign of ASCII; the text is not empty.
bool begins_latin(std::string_view text);

/// Of ASCII letters; all else stays.
constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string lower_case(std::string_view text);

/// The text without accents and with straight apostrophes; what is not Latin stays.
std::string without_accents(std::string_view text);

}  // namespace entities
