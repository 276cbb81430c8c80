// Looks at the words on both sides of a chunk.
#include "cues.h"

namespace entities {

bool stands_as_person(const Context& context, std::size_t at, std::size_t end) {
    const Words& words = context.words;
    if (end >= context.limit) {
        return false;
    }
    const Word& word = words[end];
    if (word.is(Say) && !word.capital) {
        return true;
    }
    if (word.key == "," && end + 2 < context.limit) {
        const std::string_view next = words[end + 1].key;
        const bool age = next.size() == 2 && next[0] >= '1' && next[0] <= '9' && words[end + 2].key == ",";
        return age || next == "who";
    }
    return word.key == "who" || (at > context.begin && words[at - 1].key == "said");
}

bool stands_after_preposition(const Context& context, std::size_t at) {
    return at > context.begin && context.words[at - 1].is(Place) && !context.words[at - 1].capital;
}

bool stands_after_place_of(const Context& context, std::size_t at) {
    const Words& words = context.words;
    return at >= context.begin + 2 && words[at - 1].key == "of" && !words[at - 2].capital &&
           words[at - 2].is(LocHead | Direction);
}

bool stands_before_place(const Context& context, std::size_t end) {
    const Words& words = context.words;
    if (end + 1 >= context.limit || words[end].key != "," || !words[end + 1].capital) {
        return false;
    }
    const Found found = context.gazetteer.longest(words, end + 1, context.limit);
    const bool place_follows = found && found.entry->type == Type::Place;
    return place_follows && (found.last >= context.limit || !words[found.last].ending);
}

bool stands_before_noun(const Context& context, std::size_t end, Class which) {
    if (end >= context.limit) {
        return false;
    }
    const Word& next = context.words[end];
    return !next.capital && !next.glued && next.is(which);
}

}  // namespace entities
