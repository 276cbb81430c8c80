// Finds the lines of a JSON Lines file that hold something.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace ingest_jsonl {

struct Line {
    std::size_t start = 0;
    std::size_t size = 0;  // without the newline and a carriage return before it
};

/// The first line of `data` that is not blank, if it is complete: ended by a newline, or by the end of the input.
std::optional<Line> find_line(std::string_view data, bool at_end);

}  // namespace ingest_jsonl
