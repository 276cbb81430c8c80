// Whether a verb of a clause may be the one that tells what happened.
#pragma once

#include <cstdint>

#include "clauses.h"

namespace events {

/// Of a word that the lexicon has. Verbs after "to" count too, where the verb before says nothing itself: "began to
/// sell", "arrived to discuss".
bool may_trigger(const Reading& reading, std::uint32_t at, const Clause& clause);

/// "Might send an envoy": it is not said that it will.
bool may_be(const Reading& reading, std::uint32_t at, const Clause& clause);

}  // namespace events
