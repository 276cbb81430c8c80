// Keyphrases as the page shows them: a click looks for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "collection/phrases.h"
#include "pages/templates.h"

namespace report {

/// Those of one document.
std::string keyphrases_html(const std::vector<std::string_view>& phrases, const Parts& parts);

/// Those of all documents, with the number of documents that have each.
std::string keyphrases_html(const std::vector<summarize::CollectionPhrase>& phrases, const Parts& parts);

}  // namespace report
