// What the parts of linking see of a document: its words and the mentions in text order.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "coordinates.h"
#include "resolved.h"
#include "words.h"

namespace entities {

/// A mention, and what it was found to be. Refers to the gazetteer and the facts.
struct Linked : Resolved {
    std::string_view country;  ///< ISO 3166-1 code of the country that it is, is in or acts for
    std::string_view region;   ///< the same, or a part of it: "US-TX"
    bool capital = false;      ///< the city is the capital of its country
    std::optional<Coordinates> coordinates;
    std::string_view held_office;  ///< of a person of the facts, on the day of publication
    std::string_view fact;         ///< "FILE:LINE" of the fact that linked it
};

struct LinkContext {
    const Words& words;
    std::vector<Linked>& mentions;

    /// The mention that ends before word `at`, a possessive ending apart; null if there is none right there.
    const Linked* ending_at(std::uint32_t at) const {
        const std::uint32_t end = at > 0 && words[at - 1].ending ? at - 1 : at;
        const auto next = std::partition_point(mentions.begin(), mentions.end(),
                                               [&](const Linked& mention) { return mention.words.end < end; });
        return next != mentions.end() && next->words.end == end ? &*next : nullptr;
    }
    /// The mention that begins at word `at`; null if none does.
    const Linked* beginning_at(std::uint32_t at) const {
        const auto next = std::partition_point(mentions.begin(), mentions.end(),
                                               [&](const Linked& mention) { return mention.words.begin < at; });
        return next != mentions.end() && next->words.begin == at ? &*next : nullptr;
    }
    /// The sentence that holds the word.
    Range sentence_of(std::uint32_t word) const { return words.sentences()[words[word].sentence].words; }
};

}  // namespace entities
