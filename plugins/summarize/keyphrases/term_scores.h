// How much each word and name tells of an article, by the term score of YAKE: Campos, Mangaravite, Pasquali, Jorge,
// Nunes and Jatowt, "YAKE! Keyword extraction from single documents using multiple local features", Information
// Sciences 509 (2020). It asks where, how often, in what company and in what case a term stands, and no other document.
#pragma once

#include <vector>

#include "units.h"

namespace summarize {

/// By term; the lower the more telling.
std::vector<double> term_scores(const Units& units);

}  // namespace summarize
