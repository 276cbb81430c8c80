// What little syntax the search for speech needs.
#pragma once

#include "words/words.h"

namespace quotes {

/// Whether `span` has a word that is or could be a finite verb: an auxiliary, "-ed", a common irregular past form.
bool has_finite(const words::Words& words, words::Span span);

/// Whether a verb of speech is a noun where it stands: "the claim", "Turkey's promise", "a joint report".
bool is_noun_here(const words::Words& words, std::uint32_t at, std::uint32_t first);

}  // namespace quotes
