// A heap keeps the rest in order: each sentence enters once, and once more when the one before it is taken.
#include "selection.h"

#include <algorithm>
#include <iterator>
#include <queue>

namespace salience {
namespace {

using Terms = std::vector<std::uint32_t>;

Terms different_terms(const Sentence& sentence) {
    Terms terms;
    std::unique_copy(sentence.terms.begin(), sentence.terms.end(), std::back_inserter(terms));
    return terms;
}

/// The share of the shorter one's terms that are in both.
double overlap(const Terms& a, const Terms& b) {
    std::size_t shared = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (*left == *right) {
            ++shared;
        }
        const bool move_left = *left <= *right;
        const bool move_right = *right <= *left;
        left += move_left ? 1 : 0;
        right += move_right ? 1 : 0;
    }
    const std::size_t least = std::min(a.size(), b.size());
    return least == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(least);
}

/// The heap's order: the best score on top, of equal ones the earlier sentence.
bool worse(const Choice& a, const Choice& b) {
    return a.score != b.score ? a.score < b.score : a.sentence > b.sentence;
}

}  // namespace

std::vector<Choice> select(const std::vector<Sentence>& sentences, const std::vector<Worth>& worth,
                           const Limits& limits) {
    std::priority_queue<Choice, std::vector<Choice>, decltype(&worse)> rest(&worse);
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
        if (!sentences[i].terms.empty()) {
            rest.push({i, worth[i].alone});
        }
    }
    std::vector<bool> settled(sentences.size(), false);
    std::vector<Choice> chosen;
    std::vector<Terms> said;
    std::size_t words = 0;
    for (; !rest.empty() && chosen.size() < limits.sentences; rest.pop()) {
        const Choice best = rest.top();
        if (settled[best.sentence] || (best.score <= 0 && !chosen.empty())) {
            continue;
        }
        settled[best.sentence] = true;
        const Sentence& sentence = sentences[best.sentence];
        Terms terms = different_terms(sentence);
        const bool repeats = std::any_of(said.begin(), said.end(),
                                         [&](const Terms& before) { return overlap(terms, before) > limits.overlap; });
        const bool too_long = limits.words > 0 && !chosen.empty() && words + sentence.words > limits.words;
        if (repeats || too_long) {
            continue;
        }
        chosen.push_back(best);
        said.push_back(std::move(terms));
        words += sentence.words;
        const std::uint32_t next = best.sentence + 1;
        if (next < sentences.size() && !settled[next] && !sentences[next].terms.empty()) {
            rest.push({next, worth[next].after_previous});
        }
    }
    return chosen;
}

}  // namespace salience
