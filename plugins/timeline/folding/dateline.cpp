// The dateline that opens a news article.
#include "dateline.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace timeline {

namespace {

constexpr std::size_t longest_dateline = 120;

struct Case {
    std::size_t capitals = 0;
    std::size_t small = 0;
    bool starts_small = false;
};

Case case_of(std::string_view word) {
    Case found;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
    const auto size = static_cast<std::int32_t>(word.size());
    for (std::int32_t at = 0; at < size;) {
        UChar32 point = 0;
        U8_NEXT(bytes, at, size, point);
        if (point < 0) {
            continue;
        }
        if (u_isUUppercase(point)) {
            ++found.capitals;
        } else if (u_isULowercase(point)) {
            found.starts_small = found.starts_small || (found.capitals == 0 && found.small == 0);
            ++found.small;
        }
    }
    return found;
}

/// Calls `take(word)` for each until it returns false; true if it never did.
template <class Take>
bool every_word(std::string_view text, const Take& take) {
    while (true) {
        const std::size_t start = text.find_first_not_of(" \t\n\r");
        if (start == text.npos) {
            return true;
        }
        text.remove_prefix(start);
        const std::size_t end = std::min(text.find_first_of(" \t\n\r"), text.size());
        if (!take(text.substr(0, end))) {
            return false;
        }
        text.remove_prefix(end);
    }
}

/// "ASTANA", "NUR-SULTAN": the first word has two capitals and nothing small.
bool opens_in_capitals(std::string_view text) {
    const Case first = case_of(text.substr(0, text.find_first_of(" ,(\t\n")));
    return first.capitals >= 2 && first.small == 0;
}

bool is_capitalised(std::string_view text) {
    constexpr std::array<std::string_view, 4> small_words = {"and", "de", "of", "the"};
    return every_word(text, [&](std::string_view word) {
        return !case_of(word).starts_small ||
               std::find(small_words.begin(), small_words.end(), word) != small_words.end();
    });
}

/// "Astana (Agency)" and "Astana, March 4 (Agency)": capitalised words that end with a parenthesis.
bool ends_in_parenthesis(std::string_view text) {
    const std::size_t opening = text.find('(');
    return text.ends_with(')') && opening != text.npos && opening > 0 && is_capitalised(text.substr(0, opening));
}

/// The text with two plain spaces for each no-break space, so that positions stay.
std::string with_plain_spaces(std::string_view text) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    std::string plain(text);
    for (auto at = plain.find(no_break_space); at != plain.npos; at = plain.find(no_break_space, at)) {
        plain.replace(at, 2, 2, ' ');
    }
    return plain;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    const std::size_t next = text.find_first_not_of(" \t\n\r", at);
    return next == text.npos ? text.size() : next;
}

}  // namespace

std::size_t dateline_size(std::string_view sentence) {
    const std::string plain = with_plain_spaces(sentence.substr(0, longest_dateline));
    const std::string_view head = plain;
    for (const std::string_view dash : {" — ", " – ", " -- ", " - "}) {
        const std::size_t at = head.find(dash);
        if (at == head.npos || at == 0) {
            continue;
        }
        const std::string_view before = head.substr(0, at);
        if (opens_in_capitals(before) || ends_in_parenthesis(before)) {
            return skip_spaces(head, at + dash.size());
        }
    }
    const std::size_t colon = head.find(": ");
    if (colon != head.npos && head.substr(0, colon).find(',') != head.npos && is_capitalised(head.substr(0, colon))) {
        return skip_spaces(head, colon + 2);
    }
    return 0;
}

}  // namespace timeline
