// Character kinds, from ICU's properties.
#include "characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

namespace sentences {

namespace {

Kind kind_by_category(UChar32 code) {
    switch (u_charType(code)) {
        case U_UPPERCASE_LETTER:
        case U_TITLECASE_LETTER:
            return Kind::Upper;
        case U_LOWERCASE_LETTER:
        case U_MODIFIER_LETTER:
        case U_OTHER_LETTER:
        case U_LETTER_NUMBER:
            return Kind::Lower;
        case U_DECIMAL_DIGIT_NUMBER:
        case U_OTHER_NUMBER:
            return Kind::Digit;
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_COMBINING_SPACING_MARK:
            return Kind::Mark;
        case U_FORMAT_CHAR:
            return Kind::Format;
        case U_SPACE_SEPARATOR:
        case U_CONTROL_CHAR:
            return Kind::Space;
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
            return Kind::LineEnd;
        case U_DASH_PUNCTUATION:
        case U_START_PUNCTUATION:
        case U_END_PUNCTUATION:
        case U_CONNECTOR_PUNCTUATION:
        case U_OTHER_PUNCTUATION:
        case U_INITIAL_PUNCTUATION:
        case U_FINAL_PUNCTUATION:
            return Kind::Punctuation;
        default:
            return Kind::Symbol;
    }
}

bool is_unspaced(UChar32 code) {
    const auto line_break = u_getIntPropertyValue(code, UCHAR_LINE_BREAK);
    const auto word_break = u_getIntPropertyValue(code, UCHAR_WORD_BREAK);
    return line_break == U_LB_COMPLEX_CONTEXT || word_break == U_WB_KATAKANA ||
           (code >= 0x3041 && code <= 0x309F);  // hiragana
}

/// Of a character that is not ASCII.
Kind kind_of(UChar32 code) {
    switch (code) {
        case 0x85:
            return Kind::LineEnd;
        case 0x2019:
            return Kind::Apostrophe;
        case 0x2010:
        case 0x2011:
            return Kind::Hyphen;
        default:
            break;
    }
    // Below U+0E00 no script is written without spaces.
    if (code >= 0x0E00) {
        if (u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC)) {
            return Kind::Ideograph;
        }
        const Kind kind = kind_by_category(code);
        return (is_letter(kind) || kind == Kind::Mark) && is_unspaced(code) ? Kind::Unspaced : kind;
    }
    return kind_by_category(code);
}

/// Of those below U+2100: letters of Europe and the signs of typography, which are most.
const std::array<Kind, 0x2100> common_kinds = [] {
    std::array<Kind, 0x2100> kinds{};
    for (std::size_t code = 0x80; code < kinds.size(); ++code) {
        kinds[code] = kind_of(static_cast<UChar32>(code));
    }
    return kinds;
}();

}  // namespace

Character detail::long_character_at(std::string_view text, std::size_t at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
    const auto size = static_cast<std::int32_t>(text.size() - at < 4 ? text.size() - at : 4);
    std::int32_t next = 0;
    UChar32 code = 0;
    U8_NEXT(bytes, next, size, code);
    if (code < 0) {
        return {Kind::Symbol, static_cast<std::uint8_t>(next), 0xFFFD};
    }
    const auto point = static_cast<std::uint32_t>(code);
    return {point < common_kinds.size() ? common_kinds[point] : kind_of(code), static_cast<std::uint8_t>(next), point};
}

Character character_before(std::string_view text, std::size_t at) {
    std::size_t start = at - 1;
    while (start > 0 && at - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
        --start;
    }
    return character_at(text, start);
}

Role role_of(std::uint32_t code) {
    switch (code) {
        case '.':
            return Role::Dot;
        case '!':
        case '?':
            return Role::Mark;
        case '"':
        case '\'':
            return Role::Quote;
        case '(':
        case '[':
        case '{':
            return Role::Open;
        case ')':
        case ']':
        case '}':
            return Role::Close;
        case 0x2026:
            return Role::Ellipsis;
        default:
            break;
    }
    if (code < 0x80) {
        return Role::None;
    }
    const auto point = static_cast<UChar32>(code);
    if (u_hasBinaryProperty(point, UCHAR_S_TERM)) {
        const auto width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
        return width == U_EA_FULLWIDTH || width == U_EA_WIDE || code == 0xFF61 ? Role::WideMark : Role::Mark;
    }
    switch (u_charType(point)) {
        case U_START_PUNCTUATION:
            return Role::Open;
        case U_END_PUNCTUATION:
            return Role::Close;
        case U_INITIAL_PUNCTUATION:
            return Role::OpenQuote;
        case U_FINAL_PUNCTUATION:
            return Role::Quote;
        default:
            return Role::None;
    }
}

}  // namespace sentences
