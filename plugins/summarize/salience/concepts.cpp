// Each mention of a concept counts by where it stands: 1 / sqrt(1 + number of sentences before).
#include "concepts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "wording/coherence.h"

namespace summarize {
namespace {

/// Numbers pairs of words, from the number of words on.
class Pairs {
public:
    explicit Pairs(std::size_t words) : words_(words) {}

    /// Before any is asked for: all pairs of these words.
    void add(const std::vector<std::uint32_t>& terms) {
        for (std::size_t i = 1; i < terms.size(); ++i) {
            keys_.push_back(key(terms[i - 1], terms[i]));
        }
    }
    void sort() {
        std::sort(keys_.begin(), keys_.end());
        keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    }
    std::size_t size() const { return words_ + keys_.size(); }

    /// The words, and their pairs.
    std::vector<std::uint32_t> with_pairs(const std::vector<std::uint32_t>& terms) const {
        std::vector<std::uint32_t> all;
        all.reserve(2 * terms.size());
        all = terms;
        for (std::size_t i = 1; i < terms.size(); ++i) {
            const auto found = std::lower_bound(keys_.begin(), keys_.end(), key(terms[i - 1], terms[i]));
            all.push_back(static_cast<std::uint32_t>(words_ + static_cast<std::size_t>(found - keys_.begin())));
        }
        return all;
    }

private:
    static std::uint64_t key(std::uint32_t left, std::uint32_t right) { return std::uint64_t{left} << 32 | right; }

    std::size_t words_;
    std::vector<std::uint64_t> keys_;
};

Pairs pairs_of(const std::vector<Sentence>& sentences, const std::vector<std::uint32_t>& title,
               std::size_t vocabulary) {
    Pairs pairs(vocabulary);
    pairs.add(title);
    for (const Sentence& sentence : sentences) {
        pairs.add(sentence.terms);
    }
    pairs.sort();
    return pairs;
}

}  // namespace

Concepts concepts_of(const std::vector<Sentence>& sentences, const std::vector<std::uint32_t>& title,
                     std::size_t vocabulary, const Weights& weights) {
    Concepts result;
    const Pairs pairs = pairs_of(sentences, title, vocabulary);
    std::vector<double>& shares = result.weights;
    shares.resize(pairs.size(), 0);
    std::vector<std::uint32_t> tellers(pairs.size(), 0);  // how many sentences speak of each concept
    const std::vector<std::size_t> positions = positions_of(sentences);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        std::vector<std::uint32_t>& told = result.of_sentences.emplace_back();
        if (sentences[i].kind == Kind::Apparatus) {
            continue;
        }
        told = pairs.with_pairs(sentences[i].terms);
        for (const std::uint32_t number : told) {
            shares[number] += 1 / std::sqrt(1 + static_cast<double>(positions[i]));
        }
        std::sort(told.begin(), told.end());
        told.erase(std::unique(told.begin(), told.end()), told.end());
        for (const std::uint32_t number : told) {
            ++tellers[number];
        }
    }
    for (const std::uint32_t number : pairs.with_pairs(title)) {
        shares[number] += weights.title;
    }
    for (std::size_t number = 0; number < shares.size(); ++number) {
        shares[number] *= tellers[number] == 1 ? weights.told_once : 1;
    }
    const auto words_end = shares.begin() + static_cast<std::ptrdiff_t>(vocabulary);
    const double total = std::accumulate(shares.begin(), words_end, 0.0);
    for (std::size_t number = 0; number < shares.size() && total > 0; ++number) {
        shares[number] *= weights.coverage * (number < vocabulary ? 1 : weights.pair) / total;
    }
    // In a long text every sentence is a small part; it must still outweigh what its length takes away.
    double most = 0;
    for (const std::vector<std::uint32_t>& told : result.of_sentences) {
        most = std::max(most, std::accumulate(told.begin(), told.end(), 0.0,
                                              [&](double sum, std::uint32_t number) { return sum + shares[number]; }));
    }
    if (most > 0 && most < weights.best_sentence) {
        for (double& share : shares) {
            share *= weights.best_sentence / most;
        }
    }
    return result;
}

}  // namespace summarize
