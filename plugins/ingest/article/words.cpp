// Unicode's properties of letters decide on case; nothing here depends on a locale.
#include "words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace ingest {
namespace {

constexpr std::array name_links = {"a",  "and", "at",  "bin", "bint", "da", "de",  "del",  "della", "den", "der",
                                   "di", "do",  "dos", "du",  "e",    "el", "for", "from", "ibn",   "in",  "la",
                                   "le", "los", "of",  "on",  "the",  "to", "und", "van",  "von",   "y",   "zu"};
constexpr std::array blanks = {std::string_view(" "),           std::string_view("\t"), std::string_view("\n"),
                               std::string_view("\f"),          std::string_view("\v"), std::string_view("\xC2\xA0"),
                               std::string_view("\xEF\xBB\xBF")};

/// Negative for bytes that are no code point: a line may have been cut inside one.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
    UChar32 c = 0;
    auto index = static_cast<std::int64_t>(at);
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), index, static_cast<std::int64_t>(text.size()), c);
    at = static_cast<std::size_t>(index);
    return c;
}

}  // namespace

std::string_view trim(std::string_view text) {
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view blank : blanks) {
            while (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                more = true;
            }
            while (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                more = true;
            }
        }
    }
    return text;
}

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = text.find_first_not_of(" \t"); at < text.size(); at = text.find_first_not_of(" \t", at)) {
        const std::size_t end = std::min(text.find_first_of(" \t", at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

bool is_capitalised(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const UChar32 c = next_code_point(word, at);
        if (u_isalpha(c)) {
            return u_isupper(c) || u_istitle(c);
        }
    }
    return false;
}

bool is_all_capitals(std::string_view text) {
    int capitals = 0;
    for (std::size_t at = 0; at < text.size();) {
        const UChar32 c = next_code_point(text, at);
        if (u_islower(c)) {
            return false;
        }
        capitals += u_isupper(c) ? 1 : 0;
    }
    return capitals >= 2;
}

bool is_name_link(std::string_view word) {
    return word == "&" || word.starts_with("al-") || word.starts_with("el-") ||
           std::find(name_links.begin(), name_links.end(), word) != name_links.end();
}

bool is_name(std::string_view text) {
    const std::vector<std::string_view> words = words_of(text);
    return !words.empty() && (is_capitalised(words.front()) || words.front().starts_with("al-")) &&
           std::all_of(words.begin(), words.end(),
                       [](std::string_view word) { return is_capitalised(word) || is_name_link(word); });
}

std::string_view without_emphasis(std::string_view text) {
    while (text.size() > 2 && text.front() == text.back() && (text.front() == '*' || text.front() == '_')) {
        text = trim(text.substr(1, text.size() - 2));
    }
    return text;
}

}  // namespace ingest
