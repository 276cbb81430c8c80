#include "torn_words.h"

#include <algorithm>
#include <array>

#include "letters.h"

namespace entities {

namespace {

constexpr std::string_view apostrophe = "’";

/// As in "M ā ori".
bool is_vowel_with_macron(std::string_view letters) {
    constexpr std::array<std::string_view, 10> vowels = {"ā", "ē", "ī", "ō", "ū", "Ā", "Ē", "Ī", "Ō", "Ū"};
    return std::find(vowels.begin(), vowels.end(), letters) != vowels.end();
}

/// What follows the apostrophe of "don’t".
bool is_contracted(std::string_view letters) {
    constexpr std::array<std::string_view, 6> contracted = {"t", "re", "ve", "ll", "d", "m"};
    return std::find(contracted.begin(), contracted.end(), letters) != contracted.end();
}

/// The letters right at the beginning of the text.
std::string_view first_letters(std::string_view text) {
    std::uint32_t end = 0;
    std::uint32_t length = 0;
    while (end < text.size() && is_letter(code_point(text, end, length))) {
        end += length;
    }
    return text.substr(0, end);
}

/// Those right at its end.
std::string_view last_letters(std::string_view text) {
    constexpr auto inside_code_point = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
    std::size_t begin = text.size();
    for (std::size_t at = begin; at > 0; begin = at) {
        do {
            --at;
        } while (at > 0 && inside_code_point(text[at]));
        std::uint32_t length = 0;
        if (!is_letter(code_point(text, static_cast<std::uint32_t>(at), length))) {
            break;
        }
    }
    return text.substr(begin);
}

bool has_capital(std::string_view letters) {
    std::uint32_t length = 0;
    return is_upper(code_point(letters, 0, length));
}

bool is_one_letter(std::string_view letters) {
    std::uint32_t length = 0;
    code_point(letters, 0, length);
    return letters.size() == length;
}

}  // namespace

TornWords::TornWords(std::string_view text) : text_(text), after_apostrophes_(text.find("’ s ") != text.npos) {}

bool TornWords::is_torn(std::uint32_t begin, std::uint32_t end, std::uint32_t next) const {
    const std::string_view before = text_.substr(begin, end - begin);
    const std::string_view after = text_.substr(next);
    if (before.ends_with(apostrophe)) {
        const std::string_view word = before.substr(0, before.size() - apostrophe.size());
        return after_apostrophes_ && is_torn_after(word, first_letters(after));
    }
    constexpr std::size_t size = 2;  // of these vowels
    if (is_vowel_with_macron(after.substr(0, size)) && first_letters(after).size() == size) {
        return !last_letters(before).empty();
    }
    if (before.size() >= size && is_vowel_with_macron(before.substr(before.size() - size)) &&
        last_letters(before).size() == size) {
        const std::string_view rest = first_letters(after);
        return !rest.empty() && !has_capital(rest);
    }
    return false;
}

/// "Sana’ a" and "N’ Dour" go on, other than what is quoted in "the ‘ City’ or", and owners: "the States’ citizens".
bool TornWords::is_torn_after(std::string_view word, std::string_view rest) const {
    if (word.empty() || rest.empty()) {
        return false;
    }
    if (rest == "s" || rest == "S") {
        return true;
    }
    const std::string_view letters = last_letters(word);
    if (letters.empty()) {
        return false;
    }
    return is_contracted(rest) || is_one_letter(letters) ||
           (has_capital(letters) && !has_capital(rest) && lower(letters.back()) != 's' && !may_be_quoted(word));
}

/// True if a quotation mark is opened not far before the end of the word.
bool TornWords::may_be_quoted(std::string_view word) const {
    constexpr std::size_t longest = 200;
    const auto end = static_cast<std::size_t>(word.data() + word.size() - text_.data());
    const std::size_t begin = end - std::min(end, longest);
    return text_.substr(begin, end - begin).find("‘") != text_.npos;
}

}  // namespace entities
