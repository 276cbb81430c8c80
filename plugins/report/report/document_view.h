// One document of the page: head, summary, and the full text with its annotations marked.
#pragma once

#include <string>

#include "article.h"
#include "pages/templates.h"

namespace report {

std::string document_html(const Article& article, const Parts& parts);

/// A sentence of the article with its mentions and time expressions marked. Of marks that overlap the one that begins
/// first, and of these the longest, is shown.
std::string marked_text(const Article& article, const Sentence& sentence, const Parts& parts);

}  // namespace report
