// The last resort: a sentence that names a deed and two countries, which no clause ties to each other.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "coder.h"

namespace events {

/// What a sentence tells between the only two countries that act in it, if none of its `events` has two sides: the
/// first of them gets the side that it lacks; without any it is an event of low confidence, whose sentence is not set,
/// of the class of the deed that the sentence names.
std::optional<Event> bare_pair(const Reading& reading, words::Span span, const std::vector<Clause>& clauses,
                               std::span<Event> events);

}  // namespace events
