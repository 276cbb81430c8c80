// Which words an acronym stands for, by its letters.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "words.h"

namespace entities {

/// True if the word looks like an acronym: "SCO", "MoH".
bool acronym_form(const Word& word);

/// The capital letters of an acronym.
std::string capitals_of(std::string_view key);

/// The start of the words that end at `end` and spell the acronym, within one sentence: their capitals do, or, for a
/// name in lower case with a head word, their first letters: "ministry of health (MoH)".
std::optional<std::size_t> spelled_back(const Words& words, std::size_t end, std::string_view acronym);

/// The end of the words from `begin` to a closing bracket if their capitals spell the acronym.
std::optional<std::size_t> spelled_on(const Words& words, std::size_t begin, std::string_view acronym);

}  // namespace entities
