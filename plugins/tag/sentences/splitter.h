// Groups tokens into sentences and paragraphs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language.h"
#include "tokenizer.h"

namespace sentences {

enum class SentenceKind : std::uint8_t { Plain, Heading, List, Byline };

/// Tokens [first, last) and where they stand.
struct Sentence {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t paragraph = 0;
    SentenceKind kind = SentenceKind::Plain;
};

/// Every token is in one sentence. Takes time linear in the text.
std::vector<Sentence> split(std::string_view text, const std::vector<Token>& tokens, const Language& language);

}  // namespace sentences
