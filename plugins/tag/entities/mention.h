// What the recogniser hands on: a stretch of words that may name something, and what speaks for it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "gazetteer.h"

namespace entities {

/// How well a mention is supported by itself. A guess, and what is weaker, is kept only if the document supports it.
enum class Support : std::uint8_t {
    Initial,  ///< a single capitalised word that may owe its capital to its place
    Unknown,  ///< capitalised inside a sentence, nothing else known
    Guess,    ///< its form or surroundings hint at a type
    Cue,      ///< a title, a head word, a verb of saying
    Known,    ///< the gazetteer has it
};

/// A confidence below which the model's word alone is a guess.
constexpr float sure = 0.8F;

struct Mention {
    std::uint32_t first = 0;  ///< words [first, last)
    std::uint32_t last = 0;
    Type type = Type::None;
    Support support = Support::Unknown;
    std::string_view kind;
    std::string_view evidence;
    const Entry* entry = nullptr;
    float confidence = 1;    ///< estimated probability that type and extent are right
    Range office;            ///< words of the office that the text gives the person here; empty if none
    Range full;              ///< words of the full name that this is a short form of; empty if none
    bool article = false;    ///< the "The" before it is part of the name, "The Jordan Times", as the model has it
    bool at_place = false;   ///< stands after "in", "at" …
    bool as_person = false;  ///< has a title, or says something
};

/// Of mentions in text order that do not overlap each other, the first that ends after word `at` begins, if any.
template <class Mentions>
auto first_ending_after(Mentions& mentions, std::uint32_t at) {
    return std::partition_point(mentions.begin(), mentions.end(),
                                [&](const Mention& mention) { return mention.last <= at; });
}

}  // namespace entities
