// Words in quotation marks that somebody said, told from names, titles and words held at a distance.
#pragma once

#include <vector>

#include "cues.h"
#include "quote.h"
#include "speakers.h"

namespace quotes {

/// What each stretch in quotation marks rests on, in text order. `paragraphs` has the number of the paragraph of each
/// sentence: a quotation does not go on past its paragraph. `marked` receives all stretches, also those that are no
/// quotes.
std::vector<Quote> find_direct(const words::Words& words, const Cues& cues, const Speakers& speakers,
                               const std::vector<std::int64_t>& paragraphs, std::vector<words::Span>& marked);

}  // namespace quotes
