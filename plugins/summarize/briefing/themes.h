// Which facts belong together.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace briefing {

struct Theme {
    std::string name;                ///< empty for what has none with others
    std::vector<std::size_t> facts;  ///< in ascending order
};

/// Groups facts by the keyphrases of their documents: again and again the phrase that most of those left have, and of
/// equals the one that tells most of their documents. `themes`: for each fact, most telling first. `but`: forms of
/// phrases that are no theme. Those that share none with another come last, under no name.
std::vector<Theme> group_by_theme(const std::vector<std::vector<std::string>>& themes,
                                  const std::vector<std::string>& but);

}  // namespace briefing
