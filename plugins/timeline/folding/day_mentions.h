// Which days a document speaks of.
#pragma once

#include <cstdint>
#include <vector>

#include "article.h"
#include "reports.h"
#include "terms.h"

namespace timeline {

/// A day that a document names, or the day on which it was published.
struct DayMention {
    std::int64_t day = 0;
    bool is_publication = false;
    bool has_report = false;  ///< a sentence that the day governs tells something
    std::vector<Term> terms;  ///< of the first report whose sentence names the day; none if there is no such
};

/// A mention for each day that the sentences name, in the order of the days, and one for the day of publication if that
/// is known. Dates coarser than a day name none. `reports`: those of the article, in its order.
std::vector<DayMention> day_mentions_of(const Article& article, const std::vector<Report>& reports);

/// All names in the document, each once.
std::vector<Term> names_of(const Article& article);

}  // namespace timeline
