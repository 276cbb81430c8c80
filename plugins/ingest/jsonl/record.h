// One line of JSON Lines as a document: id, text, fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ingest_jsonl {

struct Record {
    std::optional<std::string> id;
    std::string text;
    std::vector<std::pair<std::string, std::string>> fields;
    std::vector<std::string> remarks;
};

/// Reads one line. Throws attache::Error that says what is wrong and in which column.
Record read_record(std::string_view line);

}  // namespace ingest_jsonl
