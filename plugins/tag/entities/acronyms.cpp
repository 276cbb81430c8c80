// Matches what stands in brackets with the initials of the words beside them.
#include "acronyms.h"

#include <algorithm>
#include <optional>

namespace entities {

namespace {

constexpr std::size_t longest_acronym = 10;

bool acronym_form(const Word& word) {
    std::size_t capitals = 0;
    for (const char c : word.key.substr(0, longest_acronym + 1)) {
        capitals += c >= 'A' && c <= 'Z';
    }
    return word.capital && capitals >= 2 && word.key.size() <= longest_acronym;
}

bool is(const Words& words, std::size_t at, std::string_view key) {
    return at < words.size() && words[at].key == key;
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

/// How many of the first `left` letters of the acronym, from their end, the word begins with: one, or more as in
/// "Sexual Minorities Uganda (SMUG)".
std::size_t letters_taken(std::string_view word, const std::string& acronym, std::size_t left) {
    constexpr std::size_t most = 3;
    for (std::size_t count = 1; count <= std::min({most, left, word.size()}); ++count) {
        const std::string_view wanted = std::string_view(acronym).substr(left - count, count);
        const bool same = std::equal(wanted.begin(), wanted.end(), word.begin(),
                                     [](char a, char b) { return a == b || a + ('a' - 'A') == b; });
        if (same && word[0] == wanted[0]) {
            return count;
        }
    }
    return 0;
}

/// The start of the words that end at `end` and whose capitals spell `acronym`, within one sentence.
std::optional<std::size_t> spelled_back(const Words& words, std::size_t end, const std::string& acronym) {
    std::size_t left = acronym.size();
    const std::uint32_t sentence = words[end].sentence;
    std::size_t steps = 0;
    for (std::size_t at = end; at > 0 && left > 0 && ++steps < 3 * longest_acronym;) {
        const Word& word = words[--at];
        if (word.sentence != sentence || word.key == "(" || word.key == ")" || word.key == ".") {
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

/// The end of the words from `begin` to a closing bracket if their capitals spell `acronym`.
std::optional<std::size_t> spelled_on(const Words& words, std::size_t begin, const std::string& acronym) {
    std::string capitals;
    const std::size_t limit = std::min(words.size(), begin + 3 * longest_acronym);
    for (std::size_t at = begin; at < limit && words[at].sentence == words[begin].sentence; ++at) {
        if (words[at].key == ")") {
            return capitals == acronym && at - begin >= 2 ? std::optional(at) : std::nullopt;
        }
        if (words[at].capital) {
            capitals += words[at].key[0];
        }
    }
    return std::nullopt;
}

/// Puts a mention over [first, last) in place of those inside; one that reaches further stays as it is.
void cover(std::vector<Mention>& mentions, Range range, std::vector<Mention>& added) {
    const auto begin = std::partition_point(mentions.begin(), mentions.end(),
                                            [&](const Mention& mention) { return mention.last <= range.begin; });
    const auto end =
        std::partition_point(begin, mentions.end(), [&](const Mention& mention) { return mention.first < range.end; });
    Mention whole;
    whole.type = Type::Organisation;
    if (begin != end) {
        if (begin->first < range.begin || (end - 1)->last > range.end ||
            (begin->first == range.begin && begin->last == range.end && begin->type != Type::None &&
             begin->type != Type::Person)) {
            return;
        }
        const Type last_type = (end - 1)->type;
        whole.type = last_type == Type::Other && (end - 1)->evidence == "head word" ? Type::Other : Type::Organisation;
    }
    whole.first = range.begin;
    whole.last = range.end;
    whole.support = Support::Cue;
    whole.evidence = "definition";
    for (auto inside = begin; inside != end; ++inside) {
        inside->last = inside->first;
    }
    added.push_back(whole);
}

}  // namespace

Definitions define_acronyms(const Words& words, std::vector<Mention>& mentions) {
    Definitions definitions;
    std::vector<Mention> added;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        const bool bracketed = words[i - 1].key == "(" || is(words, i + 1, "(");
        if (!bracketed || !acronym_form(words[i])) {
            continue;
        }
        const std::string letters = capitals_of(words[i].key);
        std::optional<Range> full;
        if (words[i - 1].key == "(" && is(words, i + 1, ")") && i >= 2) {
            if (const auto begin = spelled_back(words, i - 1, letters)) {
                full = Range{static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(i - 1)};
            }
        }
        if (!full && is(words, i + 1, "(")) {
            if (const auto end = spelled_on(words, i + 2, letters)) {
                full = Range{static_cast<std::uint32_t>(i + 2), static_cast<std::uint32_t>(*end)};
            }
        }
        if (full && definitions.emplace(words[i].key, *full).second) {
            cover(mentions, *full, added);
        }
    }
    mentions.insert(mentions.end(), added.begin(), added.end());
    std::erase_if(mentions, [](const Mention& mention) { return mention.first == mention.last; });
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const Mention& left, const Mention& right) { return left.first < right.first; });
    return definitions;
}

}  // namespace entities
