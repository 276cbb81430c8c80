// A text file taken apart into an article's fields and its text.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ingest_text {

struct Article {
    std::map<std::string, std::string> fields;
    std::string text;
    std::vector<std::string> remarks;
};

/// Reads the bytes of a file. Throws attache::Skip if there is nothing but white space, attache::Error if the bytes are
/// not text in UTF-8.
Article read_article(std::string_view bytes);

}  // namespace ingest_text
