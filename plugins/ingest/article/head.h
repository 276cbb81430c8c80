// The lines above an article's text: title, byline, dates.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ingest {

struct Head {
    std::string title;
    std::string byline;
    std::string published;  ///< ISO 8601
    std::string updated;    ///< ISO 8601
    std::string place;      ///< of a line "Astana, 20 March 2024"
    std::size_t size = 0;   ///< where the text below begins
};

/// Reads the head of a text with plain newlines. `known_title`, if not empty, is the title that front matter gave: a
/// line that repeats it belongs to the head, any other is text.
Head read_head(std::string_view text, std::string_view known_title);

}  // namespace ingest
