#include "links.h"

#include <algorithm>

namespace events {

using words::none;
using words::Word;

std::string_view link_of(const Reading& reading, std::uint32_t actor, std::uint32_t first) {
    std::string_view found = "object";
    for (std::uint32_t at = reading.actors[actor].words.first; at > first;) {
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
        if (word.in(words::Preposition)) {
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
