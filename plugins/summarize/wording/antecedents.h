// Whom the pronoun at the beginning of a sentence means, where that is plain.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sentence.h"

namespace summarize {

/// A mention of a person.
struct Person {
    std::uint32_t sentence = 0;
    std::string_view id;       // the same for all mentions of one person
    std::string_view name;     // the fullest
    std::string_view mention;  // with what stands before it, such as "Mrs"
    std::string_view part;     // the mention itself
    std::uint32_t start = 0;   // where that begins in the document's text, in bytes
};

/// For each sentence that begins with "He", "She", "His" or "Her", the name of the one person whom the sentences just
/// before it name; empty where there is none or more than one, or a title speaks against it. `persons` in text order.
std::vector<std::string_view> antecedents_of(const std::vector<Sentence>& sentences,
                                             const std::vector<Person>& persons);

/// The pronoun of a person that the text begins with; empty if it begins with none.
std::string_view leading_pronoun(std::string_view text);

}  // namespace summarize
