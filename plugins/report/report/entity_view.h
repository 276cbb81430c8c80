// Who and what: the entities of the page, by type.
#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <string>

#include "entity_table.h"
#include "pages/templates.h"

namespace report {

/// Documents with numbers up to `shown_documents` are on the page and linked.
std::string entities_html(const EntityTable& table, std::uint64_t shown_documents, const Parts& parts);

/// Who and where of an entry of timeline.json: each name a link to its row in the table, if it has one.
std::string parties_html(const rapidjson::Value& entry, const EntityTable& table, const Parts& parts);

/// The name of a type's colour in the style sheet.
std::string_view type_class(std::string_view type);

}  // namespace report
