// Characters of UTF-8 text and what they are to a tokenizer, from Unicode properties.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sentences {

enum class Kind : std::uint8_t {
    Space,       ///< white space but no line end; also controls
    LineEnd,     ///< LF, CR, VT, FF, NEL, LS, PS
    Lower,       ///< a letter that is not a capital, also of scripts without case
    Upper,       ///< upper or title case
    Digit,       ///< a digit of any script, also ² and ½
    Mark,        ///< combining mark
    Format,      ///< invisible: joiners, direction marks, soft hyphen, byte order mark
    Ideograph,   ///< a word of its own
    Unspaced,    ///< a letter of a script written without spaces (Thai, kana): a run is a word
    Apostrophe,  ///< ' and ’
    Hyphen,      ///< - and its Unicode likes that join words
    Punctuation,
    Symbol,
};

/// What ends or closes a sentence. OpenQuote opens in most languages and closes in some („So.“).
enum class Role : std::uint8_t { None, Dot, Mark, WideMark, Ellipsis, Quote, OpenQuote, Open, Close };

struct Character {
    Kind kind = Kind::Space;
    std::uint8_t size = 0;  ///< bytes
    std::uint32_t code = 0;
};

namespace detail {

/// ICU's answers for ASCII.
constexpr Kind ascii_kind(unsigned char code) {
    if (code >= 'a' && code <= 'z') {
        return Kind::Lower;
    }
    if (code >= 'A' && code <= 'Z') {
        return Kind::Upper;
    }
    if (code >= '0' && code <= '9') {
        return Kind::Digit;
    }
    if (code >= 0x0A && code <= 0x0D) {
        return Kind::LineEnd;
    }
    if (code <= ' ' || code == 0x7F) {
        return Kind::Space;
    }
    constexpr std::string_view symbols = "$+<=>^`|~";
    return code == '\''                                            ? Kind::Apostrophe
           : code == '-'                                           ? Kind::Hyphen
           : symbols.find(static_cast<char>(code)) != symbols.npos ? Kind::Symbol
                                                                   : Kind::Punctuation;
}

inline constexpr std::array<Kind, 128> ascii_kinds = [] {
    std::array<Kind, 128> kinds{};
    for (unsigned char code = 0; code < 128; ++code) {
        kinds[code] = ascii_kind(code);
    }
    return kinds;
}();

Character long_character_at(std::string_view text, std::size_t at);

}  // namespace detail

/// The character at `at`, which is inside the text and on a boundary.
inline Character character_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    return first < 128 ? Character{detail::ascii_kinds[first], 1, first} : detail::long_character_at(text, at);
}

/// The character before `at`, which is not 0.
Character character_before(std::string_view text, std::size_t at);

Role role_of(std::uint32_t code);

inline bool is_letter(Kind kind) {
    return kind == Kind::Lower || kind == Kind::Upper;
}

/// May stand inside a word or number.
inline bool is_word(Kind kind) {
    return is_letter(kind) || kind == Kind::Digit || kind == Kind::Mark;
}

}  // namespace sentences
