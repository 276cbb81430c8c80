// The sentences that entries of the timeline rest on.
#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <string>

#include "pages/templates.h"

namespace report {

/// A list item that leads to the sentence, if the page holds its document.
std::string source_html(const rapidjson::Value& source, std::uint64_t shown_documents, const Parts& parts);

/// Those of an entry, or of another date of it, some of them folded away.
std::string sources_html(const rapidjson::Value& entry, std::uint64_t shown_documents, const Parts& parts);

}  // namespace report
