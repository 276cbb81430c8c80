#include "links.h"

#include <algorithm>

namespace events {

using words::none;
using words::Word;

namespace {

/// "About 300 refugees", "over two million"
bool counts(const Reading& reading, std::uint32_t at) {
    constexpr std::string_view roughly[] = {"about", "over", "around", "under"};
    constexpr std::string_view numbers[] = {"two",   "three", "four", "five", "six",    "seven",
                                            "eight", "nine",  "ten",  "a",    "twenty", "half"};
    if (!words::one_of(reading.lower(at), roughly) || at + 1 >= reading.words.size()) {
        return false;
    }
    const std::string_view next = reading.lower(at + 1);
    const bool digits = is_number(reading, at + 1);
    const bool several = next == "a" && at + 2 < reading.words.size() &&
                         (reading.lower(at + 2) == "dozen" || reading.lower(at + 2) == "hundred" ||
                          reading.lower(at + 2) == "thousand" || reading.lower(at + 2) == "million");
    return digits || several || (next != "a" && words::one_of(next, numbers));
}

/// "On Monday", "on 14 March 2024", "in 2003": the preposition ties the date alone.
bool ends_date(const Reading& reading, std::uint32_t at, std::uint32_t first) {
    constexpr std::string_view months[] = {"january", "february", "march",     "april",   "may",      "june",
                                           "july",    "august",   "september", "october", "november", "december"};
    const Word& word = reading.words[at];
    if (word.capital) {
        return word.lower.ends_with("day") || words::one_of(word.lower, months);
    }
    return at > first && word.lower.size() == 4 && is_number(reading, at) &&
           (reading.words[at - 1].in(words::Preposition) || words::one_of(reading.lower(at - 1), months));
}

}  // namespace

std::string_view link_of(const Reading& reading, std::uint32_t actor, std::uint32_t first) {
    std::string_view found = "object";
    const std::uint32_t begin = reading.actors[actor].words.first;
    if (begin > first && ends_date(reading, begin - 1, first)) {
        return found;
    }
    for (std::uint32_t at = begin; at > first;) {
        --at;
        const Word& word = reading.words[at];
        if (word.is("of")) {
            found = "of";
            continue;
        }
        if (word.is("to") && reading.meanings[at + 1] != nullptr && (reading.meanings[at + 1]->form & Base) != 0 &&
            !reading.words[at + 1].capital) {
            return found;  // of an infinitive
        }
        if (word.is("as") && at == first) {
            return found;  // "dismissed as groundless"
        }
        if (word.is("that") && !(at > first && reading.words[at - 1].in(words::Preposition))) {
            return word.lower;  // "complained that Malaysia …"
        }
        if (word.in(words::Preposition) && !counts(reading, at)) {
            return word.lower;
        }
        const bool list = word.is(",") && at > first && reading.words[at - 1].mention != none;
        if (word.in(words::Break) && !list) {
            return found;
        }
    }
    return found;
}

std::string_view link_after(const Reading& reading, std::uint32_t actor, std::uint32_t word, const Entry& entry) {
    const std::string_view link = link_of(reading, actor, word + 1);
    const bool particle = !entry.next.empty() && link == reading.lower(word + 1) &&
                          std::find(entry.targets.begin(), entry.targets.end(), link) == entry.targets.end();
    return particle ? "object" : link;
}

}  // namespace events
