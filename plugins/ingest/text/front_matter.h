// The block of "key: value" lines between two lines "---" with which a text file may begin.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ingest_text {

struct FrontMatter {
    struct Entry {
        std::string key;  // lower case
        std::string value;
    };
    std::vector<Entry> entries;
    std::size_t size = 0;  ///< where the text after it begins; 0 if there is none
    std::string remark;    ///< why something that looked like front matter is none
};

/// Reads it from a text with plain newlines. Values are taken as text: quotes are removed, lists ("- item" lines)
/// joined by ", ", indented lines added to the value before.
FrontMatter read_front_matter(std::string_view text);

}  // namespace ingest_text
