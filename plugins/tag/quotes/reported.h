// Speech told without quotation marks: "said that …", "…, she said", "according to …".
#pragma once

#include <vector>

#include "cues.h"
#include "quote.h"
#include "speakers.h"

namespace quotes {

/// The reported speech of all sentences, in text order. Verbs of speech within `direct` quotes are left alone, as are
/// those that `direct` quotes have taken.
std::vector<Quote> find_reported(const words::Words& words, const Cues& cues, const Speakers& speakers,
                                 const std::vector<words::Span>& marked, const std::vector<Quote>& direct);

}  // namespace quotes
