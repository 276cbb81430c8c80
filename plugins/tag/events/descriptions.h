// Parts of a sentence that describe the name before them by what was done to it: "X, a banker jailed in Poland, …".
#pragma once

#include <cstdint>

#include "grammar.h"

namespace events {

/// The participle of a part of a sentence, without a verb of its own, that describes whoever is named before its comma;
/// `words::none` if it does not. Whoever is described suffers the deed, and only a deed that somebody suffers counts.
std::uint32_t describing_participle(const Reading& reading, words::Span part, words::Span sentence);

}  // namespace events
