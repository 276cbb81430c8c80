// Elections named by year and country: "2024 United States presidential election".
#pragma once

#include <cstddef>

#include "gazetteer.h"
#include "words.h"

namespace entities {

/// Past the last word of the election's name that begins with the year at word `at`, or `at` if there is none.
std::size_t election_end(const Gazetteer& gazetteer, const Words& words, std::size_t at, std::size_t limit);

}  // namespace entities
