// Offices and titles before and after names: "Deputy Prime Minister and Minister of Foreign Affairs", "Dr".
#pragma once

#include <cstddef>

#include "words.h"

namespace entities {

namespace detail {

/// Of an office that may begin at `at`, by its word there.
std::size_t likely_office_end(const Words& words, std::size_t at, std::size_t limit);

}  // namespace detail

/// Past the last word of the office that begins at word `at`, or `at` if none does.
inline std::size_t office_end(const Words& words, std::size_t at, std::size_t limit) {
    const bool likely = at < limit && words[at].is(Modifier | Office | Portfolio);
    return likely ? detail::likely_office_end(words, at, limit) : at;
}

/// Past the title ("Mr.", "HE Dr") that begins at word `at`, or `at` if none does.
std::size_t title_end(const Words& words, std::size_t at, std::size_t limit);

/// Past "'s", "the", nationality-like words and so on: the office in apposition after a comma at `at`, such as
/// ", the Russian foreign minister,"; an empty range if there is none.
Range apposed_office(const Words& words, std::size_t at, std::size_t limit);

}  // namespace entities
