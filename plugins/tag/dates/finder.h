// Finds the temporal expressions of a document, without saying yet what they mean.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "atoms.h"
#include "rules.h"

namespace dates {

/// A sentence as a range of atoms.
struct SentenceAtoms {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  ///< one past
};

/// A match; its atoms count from the sentence's first.
struct Finding {
    Match match;
    std::uint32_t sentence = 0;
};

struct Findings {
    std::vector<Atom> atoms;
    std::vector<SentenceAtoms> sentences;
    std::vector<Finding> found;

    std::span<const Atom> atoms_of(std::uint32_t sentence) const {
        const SentenceAtoms& range = sentences[sentence];
        return {atoms.data() + range.first, range.last - range.first};
    }
};

class Finder {
public:
    explicit Finder(const Rules& rules) : rules_(rules), reader_(rules.vocabulary()) {}

    /// Takes the tokens of the document's next sentence.
    void add_sentence(std::string_view text, std::span<const Piece> tokens, Findings& findings) const;

private:
    const Rules& rules_;
    AtomReader reader_;
};

}  // namespace dates
