// Whether a dated sentence says anything that a timeline should tell.
#pragma once

#include <cstddef>
#include <string_view>

#include "article.h"

namespace timeline {

/// True if the sentence, which begins at `body` after its dateline, says more than a date.
bool has_substance(const Sentence& sentence, std::size_t body, std::string_view text);

/// False for what is dated, tells of no known event and reports nothing either: notes on the article itself ("This
/// article was updated on 17 April"), and quotations that hold the date but name nobody and nothing.
bool is_news(const Sentence& sentence, Span date, std::size_t body, std::string_view text);

}  // namespace timeline
