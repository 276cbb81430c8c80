// The form of persons' names: given names, initials, surnames of the East Asian order, and where a name ends.
#pragma once

#include <cstddef>

#include "words.h"

namespace entities {

/// True if the word has a capital and is in no list of words that are not names.
bool is_name_word(const Word& word);

/// Past the person's name at the start of the chunk [at, end), taking it that there is one.
std::size_t person_end(const Words& words, std::size_t at, std::size_t end);

/// True if the chunk [at, end) begins like a person's name: "Murat N…", "J. N…", "Wang Y…".
bool begins_as_person(const Words& words, std::size_t at, std::size_t end);

}  // namespace entities
