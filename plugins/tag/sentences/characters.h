// Characters of UTF-8 text and what they are to a tokenizer, from Unicode properties.
#pragma once

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

/// The character at `at`, which is inside the text and on a boundary.
Character character_at(std::string_view text, std::size_t at);

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
