// Matches the letters of acronyms with the beginnings of words.
#include "spelling.h"

#include <algorithm>

#include "letters.h"

namespace entities {

namespace {

constexpr std::size_t longest_acronym = 10;

/// Of the name that so many letters stand for, in words (Schwartz & Hearst 2003).
std::size_t longest_name(std::size_t letters) {
    constexpr std::size_t most_between = 5;
    return std::min(letters + most_between, 2 * letters);
}

/// How many of the first `left` letters of the acronym, from their end, the word begins with: one, or more as in
/// "Sexual Minorities Uganda (SMUG)".
std::size_t letters_taken(std::string_view word, const std::string& acronym, std::size_t left) {
    constexpr std::size_t most = 3;
    for (std::size_t count = 1; count <= std::min({most, left, word.size()}); ++count) {
        const std::string_view wanted = std::string_view(acronym).substr(left - count, count);
        const bool same = std::equal(wanted.begin(), wanted.end(), word.begin(),
                                     [](char a, char b) { return a == b || lower(a) == b; });
        if (same && word[0] == wanted[0]) {
            return count;
        }
    }
    return 0;
}

bool ends_name(const Word& word, std::uint32_t sentence) {
    return word.sentence != sentence || word.key == "(" || word.key == ")" || word.key == ".";
}

std::optional<std::size_t> by_capitals(const Words& words, std::size_t end, const std::string& acronym) {
    const std::size_t longest = longest_name(acronym.size());
    std::size_t left = acronym.size();
    for (std::size_t at = end; at > 0 && left > 0 && end - at < longest;) {
        const Word& word = words[--at];
        if (ends_name(word, words[end].sentence)) {
            return std::nullopt;
        }
        if (!word.capital) {
            continue;
        }
        const std::size_t taken = letters_taken(word.key, acronym, left);
        if (taken == 0) {
            return std::nullopt;
        }
        left -= taken;
        if (left == 0) {
            return end - at >= 2 ? std::optional(at) : std::nullopt;
        }
    }
    return std::nullopt;
}

/// "MoH" by m, o and h, or by m and h.
std::optional<std::size_t> by_first_letters(const Words& words, std::size_t end, std::string_view letters) {
    std::size_t at = end;
    for (std::size_t left = letters.size(); left > 0;) {
        if (at == 0 || end - at == longest_name(letters.size()) || ends_name(words[at - 1], words[end].sentence)) {
            return std::nullopt;
        }
        const Word& word = words[--at];
        if (word.letters && lower(word.key[0]) == lower(letters[left - 1])) {
            --left;
        } else if (!word.is(Stop)) {
            return std::nullopt;
        }
    }
    const bool headed = words[at].is(OrgHead) || words[end - 1].is(OrgHead);
    return headed && end - at >= 2 ? std::optional(at) : std::nullopt;
}

}  // namespace

bool acronym_form(const Word& word) {
    if (!word.capital || word.key.size() < 2 || word.key.size() > longest_acronym) {
        return false;
    }
    std::size_t capitals = 0;
    for (const char c : word.key) {
        capitals += c >= 'A' && c <= 'Z';
    }
    return capitals >= 2;
}

std::string capitals_of(std::string_view key) {
    std::string capitals;
    for (const char c : key) {
        if (c >= 'A' && c <= 'Z') {
            capitals += c;
        }
    }
    return capitals;
}

std::optional<std::size_t> spelled_back(const Words& words, std::size_t end, std::string_view acronym) {
    const std::string capitals = capitals_of(acronym);
    auto begin = by_capitals(words, end, capitals);
    begin = begin ? begin : by_first_letters(words, end, acronym);
    return begin ? begin : by_first_letters(words, end, capitals);
}

std::optional<std::size_t> spelled_on(const Words& words, std::size_t begin, std::string_view acronym) {
    const std::string wanted = capitals_of(acronym);
    std::string capitals;
    const std::size_t limit = std::min(words.size(), begin + longest_name(wanted.size()) + 1);
    for (std::size_t at = begin; at < limit && words[at].sentence == words[begin].sentence; ++at) {
        if (words[at].key == ")") {
            return capitals == wanted && at - begin >= 2 ? std::optional(at) : std::nullopt;
        }
        if (words[at].capital) {
            capitals += words[at].key[0];
        }
    }
    return std::nullopt;
}

}  // namespace entities
