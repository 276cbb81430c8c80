// Reads an article out of a document's layers.
#pragma once

#include <attache/plugin.hpp>
#include <cstdint>

#include "article.h"

namespace timeline {

/// `line`: the document's line in documents.jsonl, from 1. The views are those of the document.
Article article_of(const attache::Document& document, std::uint64_t line);

}  // namespace timeline
