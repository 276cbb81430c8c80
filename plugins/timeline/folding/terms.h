// What sentences are about, as numbers: content words and names, hashed into a fixed range so that counts of them take
// a fixed amount of memory (the hashing trick, Weinberger et al. 2009).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace timeline {

/// Less than `term_range`; two words may share one, which costs a little accuracy and nothing else.
using Term = std::uint32_t;
constexpr std::size_t term_range = std::size_t{1} << 18;

/// The content words of a text without case, punctuation and the commonest endings, each once, in the order of their
/// terms. English function words are left out; all ways to say no are one term.
std::vector<Term> terms_of(std::string_view text);

/// True for what is written in figures, and for what stands for "no".
bool is_number(Term term);
bool is_negation(Term term);

Term term_of_name(std::string_view name);

/// How many terms two sorted lists share.
std::size_t count_common(const std::vector<Term>& a, const std::vector<Term>& b);

/// Sorts, and keeps each once.
void make_unique(std::vector<Term>& terms);

}  // namespace timeline
