// Unicode properties of letters, by ICU; plain ASCII takes a short way.
#include "letters.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>
#include <attache/utf8.hpp>
#include <utility>

namespace entities {

namespace {

/// Letters that have no decomposition but a usual plain form.
std::string_view plain_form(char32_t c) {
    constexpr std::pair<char32_t, std::string_view> forms[] = {{U'ø', "o"},  {U'Ø', "O"},  {U'ł', "l"}, {U'Ł', "L"},
                                                               {U'đ', "d"},  {U'Đ', "D"},  {U'ı', "i"}, {U'ə', "e"},
                                                               {U'ß', "ss"}, {U'æ', "ae"}, {U'Æ', "Ae"}};
    for (const auto& [letter, form] : forms) {
        if (letter == c) {
            return form;
        }
    }
    return is_apostrophe(c) ? "'" : "";
}

/// The ASCII letter that an accented one is made of, or 0.
char ascii_base(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
    std::array<UChar, 16> parts{};
    const std::int32_t count =
        unorm2_getDecomposition(nfd, static_cast<UChar32>(c), parts.data(), parts.size(), &status);
    return U_SUCCESS(status) && count > 0 && parts[0] < 0x80 ? static_cast<char>(parts[0]) : '\0';
}

}  // namespace

namespace detail {

char32_t long_code_point(std::string_view text, std::uint32_t at, std::uint32_t& length) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + length > text.size()) {
        length = static_cast<std::uint32_t>(text.size() - at);
        return 0xFFFD;
    }
    unsigned c = lead & (0xFFU >> (length + 1));
    for (std::uint32_t i = 1; i < length; ++i) {
        c = (c << 6U) | (byte(at + i) & 0x3FU);
    }
    return static_cast<char32_t>(c);
}

bool is_other_letter(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    return u_isalnum(point) != 0 || (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
}

bool is_other_upper(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    return u_isupper(point) != 0 || u_istitle(point) != 0;
}

}  // namespace detail

bool begins_latin(std::string_view text) {
    constexpr unsigned char lead_after_latin = 0xCD;  // of U+0340 and what comes after it in UTF-8
    if (static_cast<unsigned char>(text[0]) < lead_after_latin) {
        return true;
    }
    constexpr char32_t first_after_latin = 0x370;
    constexpr char32_t latin_extended_additional = 0x1E00;
    constexpr char32_t first_after_additional = 0x1F00;
    std::uint32_t length = 0;
    const char32_t c = code_point(text, 0, length);
    return c < first_after_latin || (c >= latin_extended_additional && c < first_after_additional);
}

std::string without_accents(std::string_view text) {
    if (attache::utf8::is_ascii(text)) {
        return std::string(text);
    }
    std::string plain;
    for (std::uint32_t at = 0, length = 0; at < text.size(); at += length) {
        const char32_t c = code_point(text, at, length);
        const std::string_view form = c < 0x80 ? text.substr(at, length) : plain_form(c);
        if (!form.empty()) {
            plain += form;
        } else if (const char base = ascii_base(c); base != 0) {
            plain += base;
        } else if (u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) {
            plain += text.substr(at, length);
        }
    }
    return plain;
}

std::string lower_case(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        c = lower(c);
    }
    return result;
}

}  // namespace entities
