// The names of elements, classes and metadata by which pages are read, from rules.toml.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ingest_html {

using Names = std::set<std::string, std::less<>>;

struct Rules {
    Names silent;                                              // elements without text
    Names block;                                               // elements that begin and end a piece of text
    Names drop_element;                                        // elements around the article
    Names drop_name;                                           // words of class, id and role around the article
    Names keep_name;                                           // and of the article
    std::vector<std::string> openers;                          // how notices begin, in lower case
    std::vector<std::string> anywhere;                         // what notices hold
    std::map<std::string, std::vector<std::string>> metadata;  // field -> where to look, best first
};

/// Throws attache::Error with the place if the text is not what rules.toml has to be.
Rules read_rules(std::string_view toml);

}  // namespace ingest_html
