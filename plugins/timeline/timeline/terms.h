// What sentences are about, as numbers: content words and names, hashed into a fixed range so that counts of them take
// a fixed amount of memory (the hashing trick, Weinberger et al. 2009).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace timeline {

/// Less than `term_range`; two words may share one, which costs a little accuracy and nothing else.
using Term = std::uint32_t;
constexpr std::size_t term_range = std::size_t{1} << 18;

/// The content words of a text in its comparison form, each once, in the order of the numbers. English function words
/// are left out.
std::vector<Term> terms_of(std::string_view text);

Term term_of_name(std::string_view name);

/// Sorts, and keeps each once.
void make_unique(std::vector<Term>& terms);

}  // namespace timeline
