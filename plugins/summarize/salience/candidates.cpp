// What a sentence tells is known before it is worded, and how it is worded only takes away: most sentences of a long
// article need no wording to know that others are better.
#include "candidates.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace summarize {
namespace {

constexpr std::size_t candidates_for_few = 9;
constexpr std::size_t candidates_for_each = 2;  // sentence that fits, if that gives more
constexpr std::size_t usual_words = 15;         // of a sentence, to guess how many fit
constexpr std::size_t usual_characters = 90;    // likewise
constexpr double the_same = 0.9;                // beyond this overlap

double told_by(std::uint32_t sentence, const Evidence& evidence, const std::vector<double>& weights) {
    double told = 0;
    for (const std::uint32_t number : evidence.told_by(sentence)) {
        told += weights[number];
    }
    return told;
}

/// The terms of the sentences that are candidates, and of the one that may become the next.
class Terms {
public:
    /// `sentences` must outlive this.
    Terms(const std::vector<Sentence>& sentences, std::size_t vocabulary)
        : sentences_(sentences), seen_in_(vocabulary, none) {}

    /// With each candidate: the share of the shorter one's terms that are in both.
    std::vector<double> overlaps(std::uint32_t sentence) {
        next_.clear();
        for (const Token& token : sentences_[sentence].tokens) {
            if (token.content && seen_in_[token.word] != sentence) {
                seen_in_[token.word] = sentence;
                next_.push_back(token.word);
            }
        }
        std::vector<double> overlaps;
        overlaps.reserve(candidates_.size());
        for (const std::vector<std::uint32_t>& better : candidates_) {
            std::size_t shared = 0;
            for (const std::uint32_t term : better) {
                shared += seen_in_[term] == sentence ? 1U : 0U;
            }
            const std::size_t least = std::min(next_.size(), better.size());
            overlaps.push_back(least == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(least));
        }
        return overlaps;
    }

    /// Makes the sentence that was asked for last a candidate.
    void add() { candidates_.push_back(next_); }

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    const std::vector<Sentence>& sentences_;
    std::vector<std::uint32_t> seen_in_;  // by word: the last sentence that was asked for and has it
    std::vector<std::vector<std::uint32_t>> candidates_;
    std::vector<std::uint32_t> next_;
};

/// Gives the sentences that fit, best first, and judges no more of them than that takes.
class Ranking {
public:
    Ranking(const std::vector<Sentence>& sentences, const Evidence& evidence, const std::vector<double>& weights,
            const Judge& judge, const Limits& limits)
        : judge_(judge), limits_(limits) {
        const bool any_prose = std::any_of(sentences.begin(), sentences.end(), [](const Sentence& sentence) {
            return sentence.kind != Kind::Apparatus && sentence.terms > 0;
        });
        for (std::uint32_t i = 0; i < sentences.size(); ++i) {
            const bool aside = any_prose && sentences[i].kind == Kind::Apparatus;
            if (sentences[i].terms > 0 && !aside) {
                const double told = told_by(i, evidence, weights);
                unjudged_.push_back({told + judge.most(i, limits.of_size()), told, i});
            }
        }
        std::make_heap(unjudged_.begin(), unjudged_.end());
    }

    std::optional<Candidate> next() {
        while (!unjudged_.empty() && (judged_.empty() || unjudged_.front().most >= judged_.front().value)) {
            std::pop_heap(unjudged_.begin(), unjudged_.end());
            judge(unjudged_.back());
            unjudged_.pop_back();
        }
        if (judged_.empty()) {
            return std::nullopt;
        }
        std::pop_heap(judged_.begin(), judged_.end(), less);
        Candidate best = std::move(judged_.back());
        judged_.pop_back();
        return best;
    }

private:
    struct Unjudged {
        double most;  // that its value can be
        double told;
        std::uint32_t sentence;

        friend bool operator<(const Unjudged& a, const Unjudged& b) { return a.most < b.most; }
    };

    /// Of equals the first in the text is better.
    static bool less(const Candidate& a, const Candidate& b) {
        return a.value != b.value ? a.value < b.value : a.sentence > b.sentence;
    }

    void judge(const Unjudged& one) {
        Candidate candidate;
        candidate.wording = judge_.wording(one.sentence);
        if (!limits_.let_in(candidate.wording.size)) {
            return;
        }
        candidate.sentence = one.sentence;
        candidate.worth = judge_.worth(one.sentence, candidate.wording);
        candidate.cost = limits_.of_size() ? candidate.worth.cost_in_budget : candidate.worth.cost;
        candidate.value = candidate.worth.alone - candidate.cost + one.told;
        judged_.push_back(std::move(candidate));
        std::push_heap(judged_.begin(), judged_.end(), less);
    }

    const Judge& judge_;
    const Limits& limits_;
    std::vector<Unjudged> unjudged_;  // a heap
    std::vector<Candidate> judged_;   // likewise
};

}  // namespace

std::size_t Limits::expected() const {
    std::size_t count = sentences > 0 ? sentences : most_candidates;
    count = words > 0 ? std::min(count, words / usual_words + 1) : count;
    return characters > 0 ? std::min(count, characters / usual_characters + 1) : count;
}

std::vector<Candidate> candidates_of(const std::vector<Sentence>& sentences, const Evidence& evidence,
                                     const std::vector<double>& weights, const Judge& judge, const Limits& limits) {
    const std::size_t wanted =
        std::min(most_candidates, std::max(candidates_for_few, candidates_for_each * limits.expected()));
    const double most_overlap = std::max(the_same, limits.overlap);
    std::vector<Candidate> candidates;
    Terms terms(sentences, evidence.words());
    Ranking ranking(sentences, evidence, weights, judge, limits);
    while (candidates.size() < wanted) {
        std::optional<Candidate> next = ranking.next();
        if (!next) {
            break;
        }
        next->overlaps = terms.overlaps(next->sentence);
        if (std::all_of(next->overlaps.begin(), next->overlaps.end(),
                        [&](double shared) { return shared <= most_overlap; })) {
            candidates.push_back(std::move(*next));
            terms.add();
        }
    }
    return candidates;
}

}  // namespace summarize
