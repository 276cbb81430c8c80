// What patterns are matched against: tokens, cut at hyphens and between digits and letters, with their classes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shapes.h"
#include "vocabulary.h"

namespace dates {

struct Atom {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    ClassSet classes = 0;
    const Word* word = nullptr;  ///< null if the vocabulary does not know it
    Numbers numbers;

    std::uint32_t literal() const { return word != nullptr ? word->literal : 0; }
};

struct Piece {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
};

class AtomReader {
public:
    explicit AtomReader(const Vocabulary& vocabulary);

    /// Appends the atoms of a token.
    void append(std::string_view text, Piece token, std::vector<Atom>& atoms) const;

    /// Joins number words from `first` on: "twenty-five", "two hundred and ten" become one atom.
    void join_number_words(std::vector<Atom>& atoms, std::size_t first) const;

private:
    void append_piece(std::string_view text, Piece piece, std::vector<Atom>& atoms) const;
    std::size_t joined_number(std::vector<Atom>& atoms, std::size_t at) const;

    const Vocabulary& vocabulary_;
    std::uint8_t counting_;
};

}  // namespace dates
