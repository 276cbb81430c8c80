// What a page says of itself: title, date, author, publisher, language, address.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dom.h"
#include "rules.h"

namespace ingest_html {

struct Metadata {
    std::map<std::string, std::string> fields;  // "published" is ISO 8601, with "published_from"
    bool title_of_window = false;               // the title is that of the browser's window, for want of a better one
    std::vector<std::string> remarks;
};

Metadata read_metadata(const xmlDoc* document, const Rules& rules);

}  // namespace ingest_html
