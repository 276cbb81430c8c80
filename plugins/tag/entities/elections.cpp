// Matches year, country or nationality, kind of election, "election".
#include "elections.h"

namespace entities {

namespace {

bool is_year(const Word& word) {
    return word.key.size() == 4 && (word.key[0] == '1' || word.key[0] == '2') &&
           word.key.find_first_not_of("0123456789") == word.key.npos;
}

}  // namespace

std::size_t election_end(const Gazetteer& gazetteer, const Words& words, std::size_t at, std::size_t limit) {
    if (!is_year(words[at]) || at + 2 >= limit || !words[at + 1].capital) {
        return at;
    }
    const Found whose = gazetteer.longest(words, at + 1, limit);
    if (!whose) {
        return at;
    }
    for (std::size_t i = whose.last; i < limit; ++i) {
        const std::string_view key = words[i].key;
        if (key == "election" || key == "elections" || key == "referendum" || key == "primaries") {
            return i + 1;
        }
        if (!words[i].is(Electoral)) {
            break;
        }
    }
    return at;
}

}  // namespace entities
