// Deeds whose verb the lexicon does not have.
#pragma once

#include <optional>

#include "triggers.h"

namespace events {

/// A country does something to another that the lexicon does not know: a verb in the past or the future with both on
/// its two sides. The class is left open.
std::optional<Trigger> unknown_deed(const Reading& reading, const Clause& clause);

}  // namespace events
