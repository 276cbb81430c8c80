// The last resort: a sentence that names a deed and two countries, which no clause ties to each other.
#pragma once

#include <cstdint>
#include <vector>

#include "coder.h"

namespace events {

/// Adds to `events`, of which those from `first` on are the sentence's, one between the only two countries that act in
/// the sentence, if it tells a deed and none of its events has two sides. The class is that of the deed; low
/// confidence.
void add_bare_pair(const Reading& reading, std::uint32_t sentence, words::Span span, const std::vector<Clause>& clauses,
                   std::size_t first, std::vector<Event>& events);

}  // namespace events
