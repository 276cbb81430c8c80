// The rest of the name of somebody whom a sentence calls by a part of it: a reader who has not read the sentences
// before does not know who "Quiroga" is.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "antecedents.h"
#include "wording.h"

namespace summarize {

/// Where a person is named first in a sentence.
struct Introduction {
    std::uint32_t sentence = 0;
    std::string_view person;  // the fullest name
    Insertion rest;  // what earlier sentences call him more: "[Ana] " before "Quiroga"; without words if nothing
};

/// One for each person in each sentence, in text order.
std::vector<Introduction> introductions_of(const std::vector<Person>& persons);

/// Those of a sentence.
std::span<const Introduction> introductions_in(const std::vector<Introduction>& introductions, std::uint32_t sentence);

}  // namespace summarize
