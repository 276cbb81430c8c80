// A web page taken apart into an article's fields and its text.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules.h"

namespace ingest_html {

struct Page {
    std::map<std::string, std::string> fields;
    std::string text;
    std::vector<std::string> remarks;
};

/// Reads the bytes of a page. Throws attache::Skip if there is nothing in it, attache::Error if it is no page or has no
/// main text.
Page read_page(std::string_view bytes, const Rules& rules);

}  // namespace ingest_html
