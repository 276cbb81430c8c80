// Finds out which line ends of a text are meant and which are only the wrapping of a paragraph.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sentences {

/// A line that holds something, without the white space around it.
struct Line {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    bool begins_paragraph = true;
    bool is_list_item = false;
};

std::vector<Line> read_lines(std::string_view text);

}  // namespace sentences
