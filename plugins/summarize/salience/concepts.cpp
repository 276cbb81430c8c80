// Each mention of a concept counts by where it stands: 1 / sqrt(1 + number of sentences before).
#include "concepts.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace salience {
namespace {

/// Numbers pairs of words, from the number of words on.
class Pairs {
public:
    explicit Pairs(std::size_t words) : next_(static_cast<std::uint32_t>(words)) {}
    std::uint32_t number(std::uint32_t left, std::uint32_t right) {
        const auto [found, added] = numbers_.emplace(std::uint64_t{left} << 32 | right, next_);
        next_ += added ? 1U : 0U;
        return found->second;
    }
    std::size_t size() const { return next_; }

private:
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
    std::uint32_t next_;
};

std::vector<std::uint32_t> with_pairs(const std::vector<std::uint32_t>& terms, Pairs& pairs) {
    std::vector<std::uint32_t> all = terms;
    for (std::size_t i = 1; i < terms.size(); ++i) {
        all.push_back(pairs.number(terms[i - 1], terms[i]));
    }
    return all;
}

}  // namespace

std::vector<std::size_t> positions_of(const std::vector<Sentence>& sentences) {
    std::vector<std::size_t> positions;
    std::size_t position = 0;
    for (const Sentence& sentence : sentences) {
        positions.push_back(position);
        position += sentence.kind == Kind::Apparatus ? 0U : 1U;
    }
    return positions;
}

Concepts concepts_of(const std::vector<Sentence>& sentences, const std::vector<std::uint32_t>& title,
                     std::size_t vocabulary, const Weights& weights) {
    Concepts result;
    Pairs pairs(vocabulary);
    std::vector<double>& shares = result.weights;
    std::vector<std::uint32_t> tellers;  // how many sentences speak of each concept
    const auto grow = [&] {
        shares.resize(pairs.size(), 0);
        tellers.resize(pairs.size(), 0);
    };
    const std::vector<std::size_t> positions = positions_of(sentences);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        std::vector<std::uint32_t>& told = result.of_sentences.emplace_back();
        if (sentences[i].kind == Kind::Apparatus) {
            continue;
        }
        told = with_pairs(sentences[i].terms, pairs);
        grow();
        for (const std::uint32_t number : told) {
            shares[number] += 1 / std::sqrt(1 + static_cast<double>(positions[i]));
        }
        std::sort(told.begin(), told.end());
        told.erase(std::unique(told.begin(), told.end()), told.end());
        for (const std::uint32_t number : told) {
            ++tellers[number];
        }
    }
    const std::vector<std::uint32_t> in_title = with_pairs(title, pairs);
    grow();
    for (const std::uint32_t number : in_title) {
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
    return result;
}

}  // namespace salience
