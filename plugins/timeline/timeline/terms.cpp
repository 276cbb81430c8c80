// What sentences are about, as numbers.
#define XXH_INLINE_ALL
#include "terms.h"

#include <xxhash.h>

#include <algorithm>
#include <string>
#include <unordered_set>

#include "comparison.h"

namespace timeline {

namespace {

Term hashed(std::string_view bytes) {
    return static_cast<Term>(XXH3_64bits(bytes.data(), bytes.size()) % term_range);
}

bool is_function_word(std::string_view word) {
    static const std::unordered_set<std::string_view> words = {
        "a",   "about", "after", "all",   "also",  "an",   "and",   "are",  "as",   "at",    "be",   "been", "before",
        "but", "by",    "can",   "could", "for",   "from", "had",   "has",  "have", "he",    "her",  "his",  "i",
        "if",  "in",    "into",  "is",    "it",    "its",  "may",   "more", "mr",   "mrs",   "ms",   "no",   "not",
        "of",  "on",    "one",   "or",    "our",   "out",  "over",  "s",    "said", "say",   "says", "she",  "should",
        "so",  "than",  "that",  "the",   "their", "them", "there", "they", "this", "to",    "two",  "up",   "was",
        "we",  "were",  "what",  "when",  "which", "who",  "whom",  "will", "with", "would", "you"};
    return words.contains(word);
}

}  // namespace

std::vector<Term> terms_of(std::string_view text) {
    const std::string form = comparison_form(text);
    std::vector<Term> terms;
    for (std::size_t at = 0; at < form.size();) {
        const std::size_t end = std::min(form.find(' ', at), form.size());
        const std::string_view word = std::string_view(form).substr(at, end - at);
        if (!word.empty() && !is_function_word(word)) {
            terms.push_back(hashed(word));
        }
        at = end + 1;
    }
    make_unique(terms);
    return terms;
}

Term term_of_name(std::string_view name) {
    return hashed(name);
}

void make_unique(std::vector<Term>& terms) {
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

}  // namespace timeline
