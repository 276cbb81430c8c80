// Short forms that the text defines: "Shanghai Cooperation Organization (SCO)", "SCO (Shanghai Cooperation
// Organization)".
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mention.h"
#include "words.h"

namespace entities {

/// The words of the full name, by the acronym's key.
using Definitions = std::unordered_map<std::string_view, Range>;

/// Finds the definitions. A full name that is no mention, or only in part, becomes one in `mentions`.
Definitions define_acronyms(const Words& words, std::vector<Mention>& mentions);

}  // namespace entities
