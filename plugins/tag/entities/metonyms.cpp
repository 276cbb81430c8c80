// Looks at the few words around the name.
#include "metonyms.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "letters.h"
#include "lines.h"

namespace entities {

void Metonyms::add(std::string_view table) {
    constexpr std::pair<std::string_view, Class> names[] = {
        {"verb", Verb},     {"skip", Skip},           {"relation", Relation}, {"preposition", Preposition},
        {"object", Object}, {"possessed", Possessed}, {"hyphened", Hyphened}, {"locative", Locative}};
    for (Fields rows(table, '\n'); rows.next();) {
        const std::string_view row = rows.field();
        const auto tab = row.find('\t');
        if (row.empty() || row.front() == '#' || tab == row.npos) {
            continue;
        }
        const auto* named = std::find_if(std::begin(names), std::end(names),
                                         [&](const auto& name) { return name.first == row.substr(0, tab); });
        if (named == std::end(names)) {
            throw std::runtime_error("metonyms: unknown class \"" + std::string(row.substr(0, tab)) + "\"");
        }
        for (Fields words(row.substr(tab + 1), ' '); words.next();) {
            std::uint32_t& classes = words_.at(words.field());
            classes = classes == StringTable::none ? named->second : classes | named->second;
        }
    }
}

bool Metonyms::is(const Word& word, std::uint32_t classes) const {
    const std::uint32_t found = words_.find(lower_case(word.key));
    return found != StringTable::none && (found & classes) != 0;
}

bool Metonyms::stands_for_government(const Words& words, Range name, bool before_stands) const {
    const Range sentence = words.sentences()[words[name.begin].sentence].words;
    if (name.begin > sentence.begin) {
        const Word& before = words[name.begin - 1];
        if (before_stands && (before.key == "and" || before.key == "-" || before.key == "or")) {
            return true;
        }
        if (is(before, Locative)) {
            return false;
        }
    }
    return before_says_so(words, name) || after_says_so(words, name, sentence.end);
}

bool Metonyms::before_says_so(const Words& words, Range name) const {
    const Range sentence = words.sentences()[words[name.begin].sentence].words;
    if (name.begin < sentence.begin + 1) {
        return false;
    }
    const Word& before = words[name.begin - 1];
    const bool related =
        name.begin >= sentence.begin + 2 && is(before, Preposition) && is(words[name.begin - 2], Relation);
    return related || is(before, Object);
}

bool Metonyms::after_says_so(const Words& words, Range name, std::uint32_t end) const {
    std::uint32_t at = name.end;
    if (at >= end) {
        return false;
    }
    if (words[at].ending) {
        constexpr std::uint32_t most_adjectives = 2;
        const std::uint32_t last = std::min(end, at + 2 + most_adjectives);
        for (++at; at < last && words[at].letters; ++at) {
            if (is(words[at], Possessed | Relation)) {
                return true;
            }
        }
        return false;
    }
    if (words[at].key == "-" && words[at].glued && at + 1 < end) {
        // "Beijing-backed", "Beijing-Moscow relations"
        return is(words[at + 1], Hyphened) || (at + 2 < end && is(words[at + 2], Relation));
    }
    if (words[at].key == "and" && at + 1 < end && words[at + 1].capital) {
        at += 2;  // "Beijing and Moscow agreed"
    }
    if (words[at].key == "," && at + 1 < end && words[at + 1].key == "which") {
        at += 2;
    }
    return subject_of_verb(words, at, end);
}

bool Metonyms::subject_of_verb(const Words& words, std::uint32_t at, std::uint32_t end) const {
    constexpr std::uint32_t most_between = 4;
    const std::uint32_t last = std::min(end, at + 1 + most_between);
    for (; at < last && words[at].letters; ++at) {
        if (is(words[at], Verb)) {
            return true;
        }
        if (!is(words[at], Skip)) {
            return false;
        }
    }
    return false;
}

}  // namespace entities
