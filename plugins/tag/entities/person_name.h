// A person's name taken apart, so that its longer and shorter forms can be told from another person's name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mention.h"
#include "words.h"

namespace entities {

struct PersonName {
    std::vector<std::string> parts;  ///< without particles, in the form of `name_key`
    std::string suffix;              ///< "jr", "sr", "ii"; empty if there is none
};

PersonName person_name(const Words& words, const Mention& mention);

/// Lower case, and one spelling for endings that are transcribed in several ways: "Sergey", "Sergei".
std::string name_key(std::string_view word);

/// "I", "XVI"
bool is_roman_number(std::string_view key);

/// True if both may name one person: one has all the parts of the other, in order, perhaps as initials or in the short
/// form of a given name; and no suffix or initial contradicts.
bool may_name_one(const PersonName& left, const PersonName& right);

}  // namespace entities
