// The article within a page: which pieces of its text a reader came for.
#pragma once

#include <string>

#include "blocks.h"
#include "rules.h"

namespace ingest_html {

/// The main text, its paragraphs separated by blank lines; empty if the page has none. `title`, if it stands at the
/// head of the text, is left out.
std::string main_text(const Blocks& page, const Rules& rules, const std::string& title);

}  // namespace ingest_html
