#include "descriptions.h"

#include <algorithm>

namespace events {

using words::none;
using words::one_of;
using words::Span;

namespace {

constexpr std::string_view suffered[] = {"ASSAULT", "COERCE", "SANCTION", "RETREAT", "ACCUSE", "REJECT"};

bool is_suffered(const Meaning& meaning) {
    return (meaning.form & Participle) != 0 && (meaning.form & Base) == 0 &&
           std::any_of(meaning.as_verb.begin(), meaning.as_verb.end(),
                       [](const Entry* entry) { return one_of(entry->label, suffered) && entry->acts_on_object(); });
}

/// Whether an actor ends before the comma before `at`. A noun with an article describes persons: "In Poland, a court".
bool follows_name(const Reading& reading, std::uint32_t at, Span sentence) {
    if (at < sentence.first + 2 || !reading.words[at - 1].is(",") || reading.words[at - 2].mention == none) {
        return false;
    }
    constexpr std::uint32_t longest = 12;
    const Span before = reading.actors.in({std::max(sentence.first, at - std::min(at, longest)), at});
    if (before.empty()) {
        return false;
    }
    const Actor& name = reading.actors[before.last - 1];
    const bool placed = !name.country.empty() && !reading.words[at].in(words::Determiner);
    return name.words.last + 1 == at && (name.person || placed);
}

}  // namespace

std::uint32_t describing_participle(const Reading& reading, Span part, Span sentence) {
    if (!follows_name(reading, part.first, sentence)) {
        return none;
    }
    constexpr std::uint32_t farthest = 8;
    const bool noun = reading.words[part.first].in(words::Determiner);
    const std::uint32_t last = std::min(part.last, part.first + (noun ? farthest : 1));
    for (std::uint32_t at = part.first; at < last && !reading.words[at].in(words::Auxiliary); ++at) {
        const Meaning* meaning = reading.meanings[at];
        // An object would say that the verb is active.
        const bool passive = at + 1 < part.last && reading.words[at + 1].in(words::Preposition);
        if (passive && meaning != nullptr && is_suffered(*meaning)) {
            return first_verb(reading, {at + 1, part.last}) == none ? at : none;
        }
    }
    return none;
}

}  // namespace events
