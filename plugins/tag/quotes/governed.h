// The clause that a verb of speech governs: "said on Monday that CLAUSE", "told reporters CLAUSE".
#pragma once

#include "cues.h"

namespace quotes {

/// Where the clause begins that the verb of speech at `verb` governs in its sentence; `words::none` if it governs none.
std::uint32_t governed_clause(const words::Words& words, words::Span sentence, std::uint32_t verb, Cue cue);

}  // namespace quotes
