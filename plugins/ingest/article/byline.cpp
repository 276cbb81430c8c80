// A byline is short, begins with "By" and holds nothing but names.
#include "byline.h"

#include <array>

#include "published_date.h"
#include "words.h"

namespace ingest {
namespace {

constexpr std::size_t longest = 160;
constexpr std::size_t most_words = 16;
constexpr std::array openers = {"By: ", "By ", "BY ", "by ", "Author: ", "Written by ", "Text by ", "Reporting by "};

std::string_view word_alone(std::string_view word) {
    return word.substr(0, word.find_last_not_of(",;:") + 1);
}

}  // namespace

std::string read_byline(std::string_view line) {
    line = without_emphasis(trim(line));
    for (const std::string_view opener : openers) {
        if (!line.starts_with(opener)) {
            continue;
        }
        const std::string_view names = trim(line.substr(opener.size()));
        const auto words = words_of(names);
        if (names.size() > longest || words.empty() || words.size() > most_words || !is_name(names)) {
            return "";
        }
        const std::string_view first = word_alone(words.front());
        const bool sentence = names.ends_with('.') && words.back().size() > 3;
        return sentence || is_weekday(first) || is_month(first) ? "" : std::string(names);
    }
    return "";
}

}  // namespace ingest
