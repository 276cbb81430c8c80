// A sentence as it is weighed for a summary.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "vocabulary.h"

namespace summarize {

enum class Kind { Prose, ListItem, Apparatus };  // the last: headings, bylines, notes, what a page says of itself

/// A word or a number in a sentence.
struct Token {
    std::uint32_t end = 0;   // in bytes of the sentence's text
    std::uint32_t word = 0;  // its number in the vocabulary
    bool content = false;    // no stop word
    bool capital = false;    // begins with a capital letter
};

struct Sentence {
    std::string_view text;
    std::uint32_t start = 0;  // in the document's text, in bytes
    std::int64_t paragraph = 0;
    Kind kind = Kind::Prose;
    std::size_t place = 0;          // bytes of the name of a place that it begins with, if one is known
    std::span<const Token> tokens;  // its words and numbers
    std::size_t terms = 0;          // how many of them are content words
    Notices notices = 0;            // of all its words
    std::size_t addresses = 0;      // words such as "I" and "you", by which a speaker speaks to a listener
};

struct Article {
    std::vector<Sentence> sentences;
    std::vector<Token> tokens;  // of all sentences
};

}  // namespace summarize
