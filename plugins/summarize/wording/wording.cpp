// Narrows the span first; what no narrower span can say is said in the text beside it.
#include "wording.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <attache/utf8.hpp>
#include <regex>

#include "antecedents.h"

namespace summarize {
namespace {

constexpr std::uint32_t last_dateline = 3;  // no later sentence has one
constexpr std::size_t most_connective_words = 3;
constexpr std::size_t longest_connective = 20;  // bytes
constexpr std::size_t shortest_connective = 3;
constexpr std::size_t least_left = 30;  // bytes that an attribution must leave

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// All but the shortest have a comma, soon.
bool may_begin_with_connective(std::string_view text) {
    return text.substr(0, longest_connective).find(',') != text.npos || text.find(' ') == shortest_connective;
}

/// How many bytes the connective at the beginning takes, with the white space behind; 0 if there is none.
std::size_t connective_size(std::string_view text, const WordList& connectives) {
    if (!may_begin_with_connective(text)) {
        return 0;
    }
    std::size_t end = 0;
    for (std::size_t words = 0; words < most_connective_words && end < text.size(); ++words) {
        end = std::min(text.find(' ', end + (words == 0 ? 0 : 1)), text.size());
        if (end < text.size() && connectives.contains(normal_form(text.substr(0, end)))) {
            return end + 1;
        }
    }
    return 0;
}

/// How many bytes the clause at the end takes that only says who said so, without the full stop; 0 if there is none.
std::size_t attribution_size(std::string_view text) {
    static const std::regex clause(
        R"(, (according to [^,"]{3,60}|[^,"]{2,50} (said|says|reported|announced|added)( (on )?[A-Z][a-z]+day)?)\.$)");
    const std::string_view end = text.substr(text.size() - std::min<std::size_t>(text.size(), 100));
    std::match_results<std::string_view::const_iterator> found;
    if (!std::regex_search(end.begin(), end.end(), found, clause)) {
        return 0;
    }
    const auto size = static_cast<std::size_t>(found.length()) - 1;
    return size + least_left > text.size() ? 0 : size;
}

/// One space for any white space.
std::string in_one_line(std::string_view text) {
    std::string line(text);
    std::replace_if(line.begin(), line.end(), is_space, ' ');
    line.erase(std::unique(line.begin(), line.end(), [](char a, char b) { return a == ' ' && b == ' '; }), line.end());
    return line;
}

/// "[Wang Yi]" for "He", "[Wang Yi]'s" for "His": brackets say that the name is not the article's own word there.
void name(std::string& text, std::string_view person) {
    const std::string_view pronoun = leading_pronoun(text);
    const bool possessive = pronoun == "His" || pronoun == "Her";
    text.replace(0, pronoun.size(), "[" + std::string(person) + "]" + (possessive ? "'s" : ""));
}

std::size_t words_of(const Sentence& sentence, std::size_t head, std::size_t tail) {
    const std::size_t end = sentence.text.size() - tail;
    return static_cast<std::size_t>(
        std::count_if(sentence.tokens.begin(), sentence.tokens.end(),
                      [&](const Token& token) { return token.end > head && token.end <= end; }));
}

/// That of `text`, with the name for the pronoun.
Size size_with(std::string_view person, std::string_view text, Size size) {
    const std::string_view pronoun = leading_pronoun(text);
    std::string name_itself(pronoun);
    name(name_itself += ' ', person);
    return {std::max(size.words, size.words + words_in(person, 0) - 1),
            std::max(size.characters, size.characters + attache::utf8::count(name_itself) - 1 - pronoun.size())};
}

/// Without so many bytes at its beginning and at its end.
Wording narrowed(const Sentence& sentence, std::string_view person, const MissingMarks& marks, std::size_t head,
                 std::size_t tail) {
    Wording wording;
    wording.marks = marks;
    wording.start = sentence.start + static_cast<std::uint32_t>(head);
    wording.end = sentence.start + static_cast<std::uint32_t>(sentence.text.size() - tail);
    wording.text = sentence.text.substr(head, sentence.text.size() - head - tail);
    wording.person = leading_pronoun(wording.text).empty() ? std::string_view() : person;
    wording.begins_anew = head > 0;
    wording.ends_early = tail > 0;
    wording.size = {words_in(wording.text, words_of(sentence, head, tail)),
                    attache::utf8::count(wording.text) + (tail > 0 ? 1U : 0U) + attache::utf8::count(marks.opening) +
                        attache::utf8::count(marks.closing)};
    if (!wording.person.empty()) {
        wording.size = size_with(wording.person, wording.text, wording.size);
    }
    return wording;
}

}  // namespace

void capitalize(std::string& text) {
    std::int32_t at = 0;
    UChar32 first = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, static_cast<std::int32_t>(text.size()), first);
    if (first <= 0 || u_toupper(first) == first) {
        return;
    }
    std::array<std::uint8_t, 4> bytes{};
    std::size_t size = 0;
    const auto capital = static_cast<std::uint32_t>(u_toupper(first));
    U8_APPEND_UNSAFE(bytes.data(), size, capital);
    text.replace(0, static_cast<std::size_t>(at), reinterpret_cast<const char*>(bytes.data()), size);
}

std::size_t words_in(std::string_view text, std::size_t words) {
    // Enough for most texts, and many bytes at a time: no more pieces than this and one.
    std::uint32_t spaces = 0;
    for (const char c : text) {
        spaces += static_cast<unsigned char>(c) <= ' ' ? 1U : 0U;
    }
    if (spaces < words) {
        return words;
    }
    std::size_t pieces = 0;
    bool after_space = true;
    for (const char c : text) {
        const bool space = is_space(c);
        pieces += after_space && !space ? 1U : 0U;
        after_space = space;
    }
    return std::max(pieces, words);
}

std::string Wording::shown(bool after_previous, bool before_next, const std::vector<Insertion>& insertions) const {
    std::string result(text);
    for (auto insertion = insertions.rbegin(); insertion != insertions.rend(); ++insertion) {
        if (insertion->at >= start && insertion->at <= end) {
            result.insert(insertion->at - start, insertion->words);
        }
    }
    result = in_one_line(result);
    if (ends_early) {
        result += '.';
    }
    if (begins_anew) {
        capitalize(result);
    }
    if (!after_previous && !person.empty()) {
        name(result, person);
    }
    result.insert(0, after_previous ? std::string_view() : marks.opening);
    result += before_next ? std::string_view() : marks.closing;
    return result;
}

std::size_t most_words_left_out(const Sentence& sentence, std::uint32_t number) {
    if (number <= last_dateline) {
        return SIZE_MAX;
    }
    return may_begin_with_connective(sentence.text) ? longest_connective / 2 : 0;
}

Wording word_sentence(const Sentence& sentence, std::uint32_t number, std::string_view name, const MissingMarks& marks,
                      const Phrases& phrases) {
    const std::string_view text = sentence.text;
    std::size_t head = number <= last_dateline ? dateline_size(text, phrases.agencies, sentence.place) : 0;
    head = head < text.size() ? head : 0;
    if (marks.opening.empty()) {
        head += connective_size(text.substr(head), phrases.connectives);
    }
    const bool plain = text.find('"') == text.npos && marks.opening.empty() && marks.closing.empty();
    const std::size_t tail = phrases.attributions && plain ? attribution_size(text.substr(head)) : 0;
    return narrowed(sentence, name, marks, head, tail > 0 ? tail + 1 : 0);
}

}  // namespace summarize
