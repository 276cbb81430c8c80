// Capitals that stand for their governments: "Beijing said", "ties with Tokyo", but not "in Beijing".
#pragma once

#include <cstdint>
#include <string_view>

#include "string_table.h"
#include "words.h"

namespace entities {

class Metonyms {
public:
    /// Adds the rows "class TAB words" of a table. Throws std::runtime_error on an unknown class.
    void add(std::string_view table);

    /// Whether the capital named by the words `name` stands for its government there. `before_stands` says that the
    /// capital named just before it in a list does: "between Beijing and Moscow".
    bool stands_for_government(const Words& words, Range name, bool before_stands) const;

private:
    enum Class : std::uint32_t {
        Verb = 1U << 0,      ///< after it, what only a government does
        Skip = 1U << 1,      ///< may stand between the name and its verb
        Relation = 1U << 2,  ///< with a preposition before the name, or after two names: what governments have
        Preposition = 1U << 3,
        Object = 1U << 4,     ///< before it, what one does to a government
        Possessed = 1U << 5,  ///< after its possessive
        Hyphened = 1U << 6,   ///< after its hyphen: "Beijing-backed"
        Locative = 1U << 7,   ///< before it: the city itself is meant, whatever follows
    };

    bool is(const Word& word, std::uint32_t classes) const;
    bool before_says_so(const Words& words, Range name) const;
    bool after_says_so(const Words& words, Range name, std::uint32_t end) const;
    bool subject_of_verb(const Words& words, std::uint32_t at, std::uint32_t end) const;

    StringTable words_;
};

}  // namespace entities
