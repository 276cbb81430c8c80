// Makes a document's mentions agree with each other: which name the same thing, what it is, which guesses to keep.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mention.h"
#include "words.h"

namespace entities {

/// A mention as it leaves the plugin. Positions are bytes of the text.
struct Resolved {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Range words;
    std::uint32_t thing = 0;  ///< mentions of one thing have the same number
    Type type = Type::None;
    std::string_view kind;
    std::string id;
    std::string name;
    std::string office;
    std::string_view evidence;
    float confidence = 1;  ///< estimated probability that type and extent are right
};

/// In text order; mentions that nothing supports are left out.
std::vector<Resolved> resolve(const Words& words, std::vector<Mention> mentions);

}  // namespace entities
