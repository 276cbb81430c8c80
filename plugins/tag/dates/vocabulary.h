// The words that date expressions are made of, by class and with their meaning, read from vocabulary.toml.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dates {

/// A set of word classes, one bit each.
using ClassSet = std::uint64_t;

/// What a word says in one of its classes: a number ("March" is 3) or a code ("early" is START).
struct Meaning {
    std::uint8_t word_class = 0;
    bool needs_capital = false;
    std::int32_t number = 0;
    std::string code;
};

struct Word {
    std::string text;               ///< in small letters
    std::uint32_t literal = 0;      ///< its number in patterns, 0 if none names it
    ClassSet classes = 0;           ///< of a capitalised occurrence
    ClassSet classes_in_lower = 0;  ///< of one in small letters
    std::vector<Meaning> meanings;

    const Meaning* meaning(std::uint8_t word_class) const;
};

class Vocabulary {
public:
    /// Throws std::runtime_error if the table is not as expected.
    explicit Vocabulary(std::string_view toml);

    /// The number of a class by name. Those of the vocabulary and the shapes of shapes.hpp exist; throws
    /// std::runtime_error for any other.
    std::uint8_t class_named(std::string_view name) const;

    /// The number by which patterns know this word, in small letters; adds it if need be.
    std::uint32_t literal(std::string_view text);

    /// Of a word as written, up to case; null if no pattern and no class knows it. Valid until `literal` is called.
    const Word* find(std::string_view written) const;

    std::uint32_t literal_count() const { return literals_; }

private:
    Word& entry(std::string_view text);
    void rehash();

    std::vector<std::string> classes_;
    std::vector<Word> words_;
    std::vector<std::uint32_t> slots_;  ///< open addressing: index into words_ plus one
    std::uint32_t literals_ = 0;
    std::bitset<1U << 15U> outlines_;  ///< first and last letter and length of the known words, to reject others early
};

inline ClassSet bit_of(std::uint8_t word_class) {
    return ClassSet{1} << word_class;
}

}  // namespace dates
