// Reads events, and the speech they stand in, out of a document's layers.
#pragma once

#include <attache/plugin.hpp>
#include <vector>

#include "article.h"

namespace timeline {

/// Gives the sentences of `article` their events and quotations. `times` and `mentions` are all of the document's, by
/// row. What is told as a fact but dated after the publication has not happened: it becomes a plan if the date stands
/// in its clause, and loses the date if not.
void add_events(const attache::Document& document, const std::vector<TimeExpression>& times,
                const std::vector<Mention>& mentions, Article& article);

}  // namespace timeline
