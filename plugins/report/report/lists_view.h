// What stayed open or outside: dates that could not be resolved, rejected documents, and who made the layers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "article.h"
#include "pages/templates.h"

namespace report {

/// The document's dates that could not be resolved, at most `most`; `is_shown`: the document itself is on the page.
std::string unresolved_html(const Article& article, std::size_t most, bool is_shown, const Parts& parts);

std::size_t count_unresolved(const Article& article);

struct Rejected {
    std::uint64_t all = 0;
    std::string html;  ///< rows, at most as many as asked for
};

/// Reads rejected.jsonl. Throws std::runtime_error on a line that is not a JSON object.
Rejected rejected_of(std::string_view jsonl, std::size_t most, const Parts& parts);

/// `made_by`: "NAME VERSION" of the plugin by layer.
std::string colophon_html(const std::map<std::string, std::string>& made_by, const Parts& parts);

}  // namespace report
