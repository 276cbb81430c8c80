// Offices and titles before and after names: "Deputy Prime Minister and Minister of Foreign Affairs", "Dr".
#pragma once

#include <cstddef>

#include "words.h"

namespace entities {

/// Past the last word of the office that begins at word `at`, or `at` if none does.
std::size_t office_end(const Words& words, std::size_t at, std::size_t limit);

/// Past the title ("Mr.", "HE Dr") that begins at word `at`, or `at` if none does.
std::size_t title_end(const Words& words, std::size_t at, std::size_t limit);

/// Past "'s", "the", nationality-like words and so on: the office in apposition after a comma at `at`, such as
/// ", the Russian foreign minister,"; an empty range if there is none.
Range apposed_office(const Words& words, std::size_t at, std::size_t limit);

}  // namespace entities
