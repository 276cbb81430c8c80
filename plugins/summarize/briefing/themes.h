// Which facts belong together.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace briefing {

struct Theme {
    std::string name;                ///< of the phrases that make it; empty for what shares none
    std::vector<std::size_t> facts;  ///< in ascending order
};

struct Fact {
    std::string text;
    std::vector<std::string> phrases;  ///< keyphrases of its document, the most telling first
};

/// Groups facts by the keyphrases of their documents: again and again the phrase that most of those left have. It
/// counts for a fact if it is in its own text, and less if it is among the first of its document. A phrase that more
/// than half of all facts have parts nothing and makes no theme; nor do those whose form is in `but`. What shares none
/// with another comes last, under no name.
std::vector<Theme> group_by_theme(const std::vector<Fact>& facts, const std::vector<std::string>& but);

}  // namespace briefing
