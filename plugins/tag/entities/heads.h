// Head words: what "Ministry", "Summit" or "River" in a name says of the thing.
#pragma once

#include <cstddef>
#include <string_view>

#include "context.h"

namespace entities {

struct Heading {
    bool decided = false;    ///< a head word settles what the chunk is
    Type type = Type::None;  ///< none: it names nothing
    std::size_t end = 0;     ///< past the name's last word
    std::string_view kind;
};

/// Reads the chunk [at, end) by its last word before "of" or "for": "Ministry of Foreign Affairs", "China-Central Asia
/// Summit"; or by its first: "Lake Victoria". `known` is what the gazetteer has at its start.
Heading read_heading(const Context& context, std::size_t at, std::size_t end, const Found& known);

/// True for "Security Council of the United Nations": both are known, and each has a mention of its own.
bool is_organ_of_known(const Context& context, const Found& known, std::size_t end);

/// Past the part of [at, end) that stands before its first "of" or "for".
std::size_t core_end(const Words& words, std::size_t at, std::size_t end);

}  // namespace entities
