// How alike two reports are.
#include "likeness.h"

#include <algorithm>
#include <limits>

namespace timeline {

namespace {

// A copy, whole or shortened: nearly all of the shorter is in the longer.
constexpr std::size_t fewest_terms_of_copy = 5;
constexpr double copied_share = 0.9;
// Written anew: the same names, and some of the same words.
constexpr std::size_t fewest_names = 2;
constexpr double named_share = 0.6;
constexpr std::size_t fewest_words = 3;
constexpr double told_share = 0.5;

constexpr std::size_t bands = 8;
constexpr std::size_t rows = 2;
constexpr std::size_t most_names_paired = 5;

/// The finaliser of MurmurHash3: a permutation of 64-bit numbers.
std::uint64_t mixed(std::uint64_t number) {
    number = (number ^ (number >> 33)) * 0xFF51AFD7ED558CCDULL;
    number = (number ^ (number >> 33)) * 0xC4CEB9FE1A85EC53ULL;
    return number ^ (number >> 33);
}

std::uint64_t least_hash(const std::vector<Term>& terms, std::uint64_t permutation) {
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    for (const Term term : terms) {
        least = std::min(least, mixed(term + (permutation << 32)));
    }
    return least;
}

bool have_the_same_negation(const Report& a, const Report& b) {
    const auto denies = [](const Report& report) {
        return std::any_of(report.words.begin(), report.words.end(), is_negation);
    };
    return denies(a) == denies(b);
}

/// True if each has one that the other has not.
template <class Which>
bool differ(const std::vector<Term>& a, const std::vector<Term>& b, const Which& which) {
    const auto has_more = [&](const std::vector<Term>& one, const std::vector<Term>& other) {
        return std::any_of(one.begin(), one.end(), [&](Term term) {
            return which(term) && !std::binary_search(other.begin(), other.end(), term);
        });
    };
    return has_more(a, b) && has_more(b, a);
}

/// "A denied that it had attacked B" and the same of B and A: all is common but who does what. Events tell it better
/// than the order of the names, which a passive turns round.
bool swap_roles(const Report& a, const Report& b) {
    return a.words == b.words && a.names == b.names && a.roles != b.roles && !share_roles(a.events, b.events);
}

bool is_share(std::size_t part, std::size_t whole, double least) {
    return static_cast<double>(part) >= least * static_cast<double>(whole);
}

struct Common {
    std::size_t names;
    std::size_t words;
};

bool is_copy(const Report& a, const Report& b, Common common) {
    const std::size_t shorter = std::min(a.names.size() + a.words.size(), b.names.size() + b.words.size());
    return shorter >= fewest_terms_of_copy && is_share(common.names + common.words, shorter, copied_share);
}

bool is_written_anew(const Report& a, const Report& b, Common common) {
    const bool is_day = is_dated(a) && a.begin == a.finish;
    return is_day && common.names >= fewest_names &&
           is_share(common.names, std::max(a.names.size(), b.names.size()), named_share) &&
           common.words >= fewest_words && is_share(common.words, std::min(a.words.size(), b.words.size()), told_share);
}

}  // namespace

Comparison compare(const Report& a, const Report& b) {
    const Common common = {count_common(a.names, b.names), count_common(a.words, b.words)};
    const bool copy = is_copy(a, b, common);
    if ((!copy && !is_written_anew(a, b, common)) || !have_the_same_negation(a, b) || swap_roles(a, b) ||
        differ(a.events, b.events) || differ(a.words, b.words, is_number) ||
        differ(a.names, b.names, [](Term) { return true; })) {
        return {};
    }
    const std::size_t shared = common.names + common.words;
    const std::size_t all = a.names.size() + a.words.size() + b.names.size() + b.words.size() - shared;
    return {copy ? Likeness::Copy : Likeness::Anew, static_cast<double>(shared) / static_cast<double>(all)};
}

std::vector<std::uint64_t> buckets_of(const Report& report) {
    const std::vector<Term> terms = terms_of(report);
    std::vector<std::uint64_t> buckets;
    if (terms.size() >= fewest_terms_of_copy) {
        for (std::size_t band = 0; band < bands; ++band) {
            std::uint64_t bucket = band;
            for (std::size_t row = 0; row < rows; ++row) {
                bucket = mixed(bucket ^ least_hash(terms, band * rows + row));
            }
            buckets.push_back(bucket);
        }
    }
    const std::size_t names = std::min(report.names.size(), most_names_paired);
    for (std::size_t i = 0; i < names; ++i) {
        for (std::size_t j = i + 1; j < names; ++j) {
            buckets.push_back(mixed((std::uint64_t{report.names[i]} << 32) | report.names[j]));
        }
    }
    return buckets;
}

std::uint32_t sketch_of(const Report& report) {
    return static_cast<std::uint32_t>(least_hash(terms_of(report), bands * rows));
}

}  // namespace timeline
