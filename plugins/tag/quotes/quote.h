// One stretch of somebody's words.
#pragma once

#include <cstdint>
#include <string_view>

#include "words/words.h"

namespace quotes {

/// Positions are numbers of words.
struct Quote {
    words::Span words;
    std::string_view kind;  ///< "direct", "reported"
    std::uint32_t speaker = words::none;
    words::Span cue;  ///< empty if there is only a colon
    double confidence = 0;
    std::string_view evidence;
};

}  // namespace quotes
