// What sentences are about, as numbers.
#include "terms.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "comparison.h"

namespace timeline {

namespace {

// Terms below this are numbers, the next one is the negation.
constexpr Term numbers = 1 << 12;
constexpr Term negation = numbers;

Term hashed(std::string_view bytes) {
    return static_cast<Term>(negation + 1 + hash_of(bytes) % (term_range - negation - 1));
}

Term hashed_number(std::string_view bytes) {
    return static_cast<Term>(hash_of(bytes) % numbers);
}

bool is_negative(std::string_view word) {
    static const std::unordered_set<std::string_view> words = {
        "no",     "not",     "never",  "none",   "neither", "nor",    "without", "deny", "denies",
        "denied", "denying", "denial", "cannot", "didnt",   "doesnt", "dont",    "wont", "isnt",
        "wasnt",  "arent",   "werent", "hasnt",  "havent",  "hadnt",  "wouldnt"};
    return words.contains(word);
}

/// "minister" of "ministers", "sign" of "signed" and "signing".
std::string_view stem(std::string_view word) {
    constexpr std::size_t shortest = 4;
    for (const std::string_view ending : {"ing", "ed", "es", "e", "s"}) {
        if (word.ends_with(ending) && word.size() >= shortest + ending.size() && !word.ends_with("ss")) {
            return word.substr(0, word.size() - ending.size());
        }
    }
    return word;
}

bool is_function_word(std::string_view word) {
    static const std::unordered_set<std::string_view> words = {
        "a",    "about", "after", "all",   "also",  "an",   "and",  "are",   "as",   "at",  "be",     "been", "before",
        "but",  "by",    "can",   "could", "for",   "from", "had",  "has",   "have", "he",  "her",    "his",  "i",
        "if",   "in",    "into",  "is",    "it",    "its",  "may",  "more",  "mr",   "mrs", "ms",     "of",   "on",
        "one",  "or",    "our",   "out",   "over",  "s",    "said", "say",   "says", "she", "should", "so",   "than",
        "that", "the",   "their", "them",  "there", "they", "this", "to",    "two",  "up",  "was",    "we",   "were",
        "what", "when",  "which", "who",   "whom",  "will", "with", "would", "you"};
    return words.contains(word);
}

}  // namespace

std::vector<Term> terms_of(std::string_view text) {
    const std::string form = comparison_form(text);
    std::vector<Term> terms;
    for (std::size_t at = 0; at < form.size();) {
        const std::size_t end = std::min(form.find(' ', at), form.size());
        const std::string_view word = std::string_view(form).substr(at, end - at);
        if (is_negative(word)) {
            terms.push_back(negation);
        } else if (word.find_first_of("0123456789") != word.npos) {
            terms.push_back(hashed_number(word));
        } else if (!word.empty() && !is_function_word(word)) {
            terms.push_back(hashed(stem(word)));
        }
        at = end + 1;
    }
    make_unique(terms);
    return terms;
}

bool is_number(Term term) {
    return term < numbers;
}

bool is_negation(Term term) {
    return term == negation;
}

std::size_t count_common(const std::vector<Term>& a, const std::vector<Term>& b) {
    std::size_t common = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) {
            ++common;
        }
        const bool first = *i <= *j;
        const bool second = *j <= *i;
        i += first ? 1 : 0;
        j += second ? 1 : 0;
    }
    return common;
}

Term term_of_name(std::string_view name) {
    return hashed(name);
}

void make_unique(std::vector<Term>& terms) {
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

}  // namespace timeline
