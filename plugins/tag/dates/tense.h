// Whether the words around an expression look back or ahead.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "atoms.h"

namespace dates {

enum class Tense : std::uint8_t { Unknown, Past, Future, Present };

/// Tells from the verbs around an expression whether it looks back or ahead.
class TenseReader {
public:
    explicit TenseReader(const Vocabulary& vocabulary);

    /// Of the expression in atoms [first, last] of a sentence.
    Tense read(std::string_view text, std::span<const Atom> sentence, std::size_t first, std::size_t last) const;

private:
    /// "said third-quarter sales", "said Friday's vote": the verb that follows tells of their time.
    bool is_object_of_saying(std::string_view text, std::span<const Atom> sentence, std::size_t first,
                             std::size_t last) const;
    Tense by_verbs(std::string_view text, std::span<const Atom> sentence, std::size_t first, std::size_t last) const;
    /// What the atom `at` tells of an expression that begins `behind` atoms after it, 0 if it stands before the atom.
    Tense cue(std::string_view text, std::span<const Atom> sentence, std::size_t at, std::size_t behind) const;
    Tense future_cue(std::string_view text, std::span<const Atom> sentence, std::size_t at, std::size_t behind) const;
    /// "the start", "a bright start", but "talks start", "to start", "the court rules": by the word before it.
    bool is_noun(std::string_view text, std::span<const Atom> sentence, std::size_t at) const;
    /// "was to begin in June": ahead of then, not of now.
    static bool was_planned(std::span<const Atom> sentence, std::size_t first);
    /// "until Friday" in atom `at`: ahead, unless something lasted until then.
    Tense until(std::span<const Atom> sentence, std::size_t at) const;
    /// How a word is a cue: its number in the class; 0 if it is none.
    static std::int32_t kind_of(const Atom& atom, std::uint8_t word_class);

    std::uint8_t future_;
    std::uint8_t past_;
    ClassSet month_;
    ClassSet quarter_;
    ClassSet present_;
    ClassSet determiner_;
};

}  // namespace dates
