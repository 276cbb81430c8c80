// Phrases that mean a group without naming it: "both sides", "the two countries", "the ministers".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "words.h"

namespace entities {

/// What the members of a group are.
enum class Group : std::uint8_t { Countries, Sides, Organisations, Leaders, Presidents, Premiers, Ministers, Persons };

struct Phrase {
    Range words;
    std::string_view kind;
    Group group = Group::Sides;
    std::uint32_t count = 0;  ///< how many members; 0: two or more
};

/// In text order.
std::vector<Phrase> collective_phrases(const Words& words);

}  // namespace entities
