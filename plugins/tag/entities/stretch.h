// Words side by side, for walks that pass most of them by.
#pragma once

#include <span>

#include "words.h"

namespace entities {

inline std::span<const Word> stretch(const Words& words, Range range) {
    return range.begin == range.end ? std::span<const Word>() : std::span(&words[range.begin], range.end - range.begin);
}

inline std::span<const Word> all_words(const Words& words) {
    return stretch(words, {0, narrow(words.size())});
}

}  // namespace entities
