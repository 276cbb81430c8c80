// Judges chunks by lists of names and by their shape.
#include "person_names.h"

#include <algorithm>

#include "offices.h"

namespace entities {

namespace {

constexpr std::size_t longest_person = 5;

bool joins(const Word& word) {
    return word.key == "of" || word.key == "for" || word.key == "and" || word.key == "&";
}

/// "Gilbert Houngbo ILO", "Joe Day MP"; but "Abdullah II".
bool is_acronym_after(const Word& first, const Word& word) {
    return word.all_capitals && !first.all_capitals && word.key.find_first_not_of("IVX") != word.key.npos;
}

bool ends_before(const Words& words, std::size_t at, std::size_t i, std::size_t end) {
    const Word& word = words[i];
    if (joins(word)) {
        return true;
    }
    if (i == at || !word.letters || word.glued || word.is(Particle)) {
        return false;
    }
    if (word.is(Office) && word.is(Surname | Family) && i == at + 1 && words[at].is(Given)) {
        return false;  // "Julie Bishop"
    }
    if (i + 1 < end && words[i + 1].key == "-" && words[i + 1].glued) {
        return false;  // "Maggie Chan Man-kin"
    }
    const bool head = word.is(Common | OrgHead | MiscHead) && !word.is(Given | Surname | Family);
    return word.is(Calendar | Stop) || head || is_acronym_after(words[at], word) || office_end(words, i, end) > i;
}

}  // namespace

bool is_name_word(const Word& word) {
    return word.capital && !word.is(Common | Stop | Calendar | NotName | OrgHead | MiscHead | LocHead);
}

std::size_t person_end(const Words& words, std::size_t at, std::size_t end) {
    std::size_t last = at;
    std::size_t count = 0;
    while (last < end && count < longest_person && !ends_before(words, at, last, end)) {
        count += words[last].letters && !words[last].glued;
        ++last;
    }
    while (last > at + 1 && !words[last - 1].letters) {
        --last;
    }
    return std::max(last, at + 1);
}

bool begins_as_person(const Words& words, std::size_t at, std::size_t end) {
    constexpr std::size_t longest_in_capitals = 3;
    const std::size_t last = person_end(words, at, end);
    const Word& word = words[at];
    if (last < at + 2 || (word.all_capitals && word.key.size() > longest_in_capitals)) {
        return false;
    }
    const Word& next = words[at + 1];
    if (word.initial && next.initial && (last < at + 3 || !is_name_word(words[at + 2]))) {
        return false;
    }
    if (word.is(Given) || word.initial || next.initial) {
        return is_name_word(next) || next.initial || next.key == "-" || next.is(Particle);
    }
    return word.is(Family) && !next.glued && is_name_word(next);
}

}  // namespace entities
