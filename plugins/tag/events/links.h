// What ties an actor to the words before it.
#pragma once

#include <cstdint>
#include <string_view>

#include "grammar.h"

namespace events {

/// The preposition that ties the actor's words to what stands before them in [first, …): "on" in "on the government of
/// Mali"; "object" if there is none.
std::string_view link_of(const Reading& reading, std::uint32_t actor, std::uint32_t first);

/// That which ties the actor to a word told by a row of the lexicon. The particle of the row's verb ties nothing where
/// the row does not name it as a link: of "called in the Iranian ambassador" it is "object".
std::string_view link_after(const Reading& reading, std::uint32_t actor, std::uint32_t word, const Entry& entry);

}  // namespace events
