// Whether a deed has happened, and what one that is only meant is to be called.
#pragma once

#include <string_view>

#include "triggers.h"

namespace events {

/// Whether the clause says that it has not happened yet.
bool is_planned(const Reading& reading, const Clause& clause, const Trigger& trigger);

/// What PLOVER makes of a deed that is only meant: of a friendly one a promise, of a hostile one a threat.
std::string_view intended(std::string_view label);

/// Whether one of the words is in the set: what storms do, and who beats whom in a cup, is no event of this kind.
bool tells_of(const Reading& reading, words::Span span, const WordSet& topic);

}  // namespace events
