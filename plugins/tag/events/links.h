// What ties an actor to the words before it.
#pragma once

#include <cstdint>
#include <string_view>

#include "grammar.h"

namespace events {

/// The preposition that ties the actor's words to what stands before them in [first, …): "on" in "on the government of
/// Mali"; "object" if there is none.
std::string_view link_of(const Reading& reading, std::uint32_t actor, std::uint32_t first);

}  // namespace events
