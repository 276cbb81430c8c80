// Word lists: which words are function words, offices, heads of organisations' names, given names and so on.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "string_table.h"

namespace entities {

/// The classes of lexicon.tsv and names.tsv; a word may be in several.
enum Class : std::uint32_t {
    Stop = 1U << 0,        ///< never part of a name, but "of", "the", "and" inside one
    Common = 1U << 1,      ///< an ordinary word: alone, or first in a sentence, it is no name
    Calendar = 1U << 2,    ///< months and weekdays
    NotName = 1U << 3,     ///< abbreviations that name no one: GDP, CEO
    Portfolio = 1U << 4,   ///< what ministries are for: "Foreign Affairs"
    Office = 1U << 5,      ///< what a person is: "minister"
    Modifier = 1U << 6,    ///< stands before an office: "deputy"
    OfficeTail = 1U << 7,  ///< stands after one: "general"
    Title = 1U << 8,       ///< Mr, Dr, Gen
    Abbreviation = 1U << 9,
    Say = 1U << 10,
    OrgHead = 1U << 11,
    OrgTail = 1U << 12,
    MiscHead = 1U << 13,
    LocHead = 1U << 14,
    LocFirst = 1U << 15,  ///< "Lake", "Mount" before a name
    Particle = 1U << 16,  ///< "de", "al", "bin" inside a name
    Place = 1U << 17,     ///< stands before a place: "in"
    Family = 1U << 18,    ///< family names of the Chinese, Korean and Vietnamese order
    Given = 1U << 19,
    Surname = 1U << 20,
    Direction = 1U << 21,  ///< "northern"
    Thing = 1U << 22,      ///< after the name of a people or a work: "language", "festival"
    LocNoun = 1U << 23,    ///< after the name of a place: "province"
    Suffix = 1U << 25,     ///< after a hyphen, no part of a name: "UN-led"
    MiscFirst = 1U << 26,  ///< "Operation" before a name
    OrgFirst = 1U << 27,   ///< "Jaysh", "Banco" before a name
    Electoral = 1U << 24,  ///< before "election": "general"
};

class Lexicon {
public:
    /// Adds the rows "class TAB words" of a table; words are in lower case. Throws std::runtime_error on an unknown
    /// class.
    void add(std::string_view table);

    /// The classes of a word without accents, by StringTable::code_of its lower case; 0 if it is in no list.
    std::uint32_t classes(Hash lower) const;

    /// What a thing whose name has this head word is, "ministry" or "treaty"; empty if that is not known. Given by the
    /// rows whose class begins with "kind ".
    std::string_view kind(std::string_view head) const;

private:
    void add_word(std::string_view word, std::uint32_t bits);

    StringTable words_;
    StringTable kind_of_;
    std::vector<std::string_view> kinds_;
};

}  // namespace entities
