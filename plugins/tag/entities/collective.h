// Whom collective mentions mean: "both sides" after "China and Kazakhstan".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "resolved.h"
#include "words.h"

namespace entities {

/// Positions are bytes of the text.
struct Collective {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string_view kind;
    std::vector<std::uint32_t> members;  ///< numbers of mentions, one for each member, in the order they were named
};

/// In text order; those whose members are not clear are left out.
std::vector<Collective> resolve_collectives(const Words& words, const std::vector<Resolved>& mentions);

}  // namespace entities
