// Reads tables that people edit: a row a line, columns between tabs, "#" before a comment.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace words {

/// The parts of a text between separators, without white space around them; empty ones are left out.
std::vector<std::string_view> parts(std::string_view text, char separator);

/// One row, and where it is for messages: "lexicon.tsv:12".
struct TableRow {
    std::vector<std::string_view> columns;
    std::string place;
};

/// Calls `row` for each row of the table, which is kept by reference. Throws std::runtime_error with file and line
/// where the number of columns is not `count`.
void each_row(std::string_view table, std::string_view file, std::size_t count,
              const std::function<void(const TableRow&)>& row);

}  // namespace words
