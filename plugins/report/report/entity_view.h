// Who and what: the entities of the page, by type.
#pragma once

#include <cstdint>
#include <string>

#include "entity_table.h"
#include "pages/templates.h"

namespace report {

/// Documents with numbers up to `shown_documents` are on the page and linked.
std::string entities_html(const EntityTable& table, std::uint64_t shown_documents, const Parts& parts);

/// A name in the timeline: a link to its row in the table, if it has one.
std::string chip_html(std::string_view type, std::string_view entity_id, std::string_view name,
                      const EntityTable& table, const Parts& parts);

/// The name of a type's colour in the style sheet.
std::string_view type_class(std::string_view type);

}  // namespace report
