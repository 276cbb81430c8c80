// Which country a person acts for, by the words between them: "Kazakhstan's Foreign Minister Nurtleu", "Wang Yi, the
// Chinese foreign minister".
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "resolved.h"
#include "words.h"

namespace entities {

bool is_country(const Resolved& mention);

/// Thing of the country by thing of the person; the first one that the text gives counts.
std::unordered_map<std::uint32_t, std::uint32_t> affiliations(const Words& words,
                                                              const std::vector<Resolved>& mentions);

}  // namespace entities
