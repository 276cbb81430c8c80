// Tokens for tests that need no splitter.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "entities/words.h"

namespace entities {

/// What is between blanks is a token.
inline std::vector<Range> tokens_of(std::string_view text) {
    std::vector<Range> tokens;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (begin < end) {
            tokens.push_back({narrow(begin), narrow(end)});
        }
        begin = end + 1;
    }
    return tokens;
}

}  // namespace entities
