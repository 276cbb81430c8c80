// The sentences that entries of the timeline rest on.
#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <string>

#include "pages/templates.h"

namespace report {

/// Those of an entry, or of another date of it, some of them folded away: each leads to its sentence, if the page holds
/// the document.
std::string sources_html(const rapidjson::Value& entry, std::uint64_t shown_documents, const Parts& parts);

}  // namespace report
