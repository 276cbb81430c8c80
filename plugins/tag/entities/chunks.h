// Finds how far a name may reach: capitalised words and what may join them.
#pragma once

#include <cstddef>

#include "gazetteer.h"
#include "words.h"

namespace entities {

/// True if a name may begin at this word: a capital, or "al-" before one.
bool may_begin(const Words& words, std::size_t at, std::size_t limit);

/// True if particles and then a capital follow: "von der Leyen". After a title a name may begin so.
bool particles_begin(const Words& words, std::size_t at, std::size_t limit);

/// Past the last word of the longest stretch from `at` on that may be one name.
std::size_t chunk_end(const Gazetteer& gazetteer, const Words& words, std::size_t at, std::size_t limit);

}  // namespace entities
