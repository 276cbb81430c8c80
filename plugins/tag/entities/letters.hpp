// Letters, capitals and accents of UTF-8 text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entities {

/// The code point at `at`; `length` receives its number of bytes.
char32_t code_point(std::string_view text, std::uint32_t at, std::uint32_t& length);

/// The straight and the typographic ones.
bool is_apostrophe(char32_t c);

/// Letters, digits, and the marks that combine with them.
bool is_letter(char32_t c);

bool is_upper(char32_t c);

bool is_ascii(std::string_view text);

/// The text without accents and with straight apostrophes; what is not Latin stays.
std::string without_accents(std::string_view text);

}  // namespace entities
