// What a page says of its article in JSON-LD (schema.org).
#pragma once

#include <map>
#include <string>

namespace ingest_html {

/// The texts of the article in one script of JSON-LD, by property: "headline", "datePublished", "author" … Persons and
/// organisations are given by name, several joined by ", ". Empty if it is not JSON or describes no article.
std::map<std::string, std::string> read_json_ld(const std::string& script);

}  // namespace ingest_html
