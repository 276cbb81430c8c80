// Cuts text into words, numbers, punctuation and symbols.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language.h"

namespace sentences {

enum class TokenKind : std::uint8_t { Word, Number, Punctuation, Symbol };

struct Token {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::Word;
    /// Of a word that took its dot along.
    Abbreviation abbreviation = Abbreviation::None;
};

/// The tokens of valid UTF-8 text, in order, none overlapping; everything but white space, controls and invisible
/// characters outside words belongs to one. Takes time linear in the text.
std::vector<Token> tokenize(std::string_view text, const Language& language);

}  // namespace sentences
