// When two sentences say the same in the same words: white space, case and punctuation do not count.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace timeline {

/// Text with every run of white space, also of other scripts, made one space, and none at its ends.
std::string fold_space(std::string_view text);

/// What is compared: letters, marks, digits and symbols in folded case, words parted by one space.
std::string comparison_form(std::string_view text);

/// 32 hexadecimal digits that stand for the bytes.
std::string fingerprint(std::string_view bytes);

/// A number that stands for the bytes.
std::uint64_t hash_of(std::string_view bytes);

/// The text, cut at a space to at most `most_bytes` with "…" where it is longer.
std::string shorten(std::string_view text, std::size_t most_bytes);

}  // namespace timeline
