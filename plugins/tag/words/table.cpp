#include "table.h"

#include <stdexcept>

namespace words {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> columns;
    for (auto tab = line.find('\t'); tab != line.npos; tab = line.find('\t')) {
        columns.push_back(line.substr(0, tab));
        line.remove_prefix(tab + 1);
    }
    columns.push_back(line);
    return columns;
}

}  // namespace

std::vector<std::string_view> parts(std::string_view text, char separator) {
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const auto at = text.find(separator);
        if (const std::string_view part = trimmed(text.substr(0, at)); !part.empty()) {
            found.push_back(part);
        }
        text.remove_prefix(at == text.npos ? text.size() : at + 1);
    }
    return found;
}

void each_row(std::string_view table, std::string_view file, std::size_t count,
              const std::function<void(const TableRow&)>& row) {
    std::size_t number = 0;
    while (!table.empty()) {
        const auto at = table.find('\n');
        const std::string_view line = table.substr(0, at);
        table.remove_prefix(at == table.npos ? table.size() : at + 1);
        ++number;
        if (trimmed(line).empty() || line.front() == '#') {
            continue;
        }
        const TableRow found{columns_of(line), std::string(file) + ":" + std::to_string(number)};
        if (found.columns.size() != count) {
            throw std::runtime_error(found.place + ": there are " + std::to_string(found.columns.size()) +
                                     " columns; right would be " + std::to_string(count) + ", separated by tabs");
        }
        row(found);
    }
}

}  // namespace words
