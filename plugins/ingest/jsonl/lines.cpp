// Only a newline ends a line: JSON has no raw newline inside a value.
#include "lines.h"

namespace ingest_jsonl {

std::optional<Line> find_line(std::string_view data, bool at_end) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t content = data.find_first_not_of(blanks);
    if (content == data.npos) {
        return std::nullopt;
    }
    // The line's own indentation belongs to it, so that columns count from where an editor counts.
    const std::size_t newline_before = data.substr(0, content).rfind('\n');
    const std::size_t start = newline_before == data.npos ? 0 : newline_before + 1;
    std::size_t end = data.find('\n', content);
    if (end == data.npos) {
        if (!at_end) {
            return std::nullopt;
        }
        end = data.size();
    }
    while (end > content && data[end - 1] == '\r') {
        --end;
    }
    return Line{start, end - start};
}

}  // namespace ingest_jsonl
