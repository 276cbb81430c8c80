// Which of a sentence's dates is the one of what it tells.
#pragma once

#include <cstddef>
#include <string_view>

#include "article.h"

namespace timeline {

/// Why a date with a value still has no place in the timeline; empty if that is by design.
std::string_view reason_of(const TimeExpression& time);

/// Of the dates outside the dateline, which ends at `body`, that are finer than a year: those of the main clause before
/// those of a relative one and those that are denied ("not on 15 April but on 6 May"); of these the most precise, and
/// of equals the first. Without one the dateline's; without that the most precise of the others. None if it is a date
/// that could not be resolved.
const TimeExpression* governing_date(const Sentence& sentence, std::string_view text, std::size_t body);

}  // namespace timeline
