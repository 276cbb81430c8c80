// A beam search: the best few sets of one sentence are each grown by another, and so on while something fits. To take
// the best sentence, then the next best, and so on, would fill a budget badly.
#include "selection.h"

#include <algorithm>
#include <bitset>
#include <span>
#include <tuple>

namespace summarize {
namespace {

constexpr std::size_t beam_of_few = 8;
constexpr std::size_t few = 10;

using Number = std::uint32_t;  // of a candidate

constexpr Number none = UINT32_MAX;

/// What a candidate tells: the weight of what no other one does, and the concepts that others do too.
struct Told {
    double by_no_other = 0;
    std::vector<std::uint32_t> shared;
};

/// A set of candidates.
struct Set {
    std::vector<Number> members;
    std::bitset<most_candidates> held;  // the same
    std::vector<double> untold;  // weights of the concepts that several candidates tell; 0 once one of these does
    Size size;
    double value = 0;

    bool holds(Number candidate) const { return candidate != none && held[candidate]; }
};

class Search {
public:
    Search(const std::vector<Candidate>& candidates, const Evidence& evidence, const std::vector<double>& weights,
           const Limits& limits)
        : candidates_(candidates), limits_(limits) {
        share_concepts(evidence, weights);
        find_neighbours();
    }

    std::vector<Choice> best() const {
        Set best = empty();
        for (std::vector<Set> beam = {best}; !beam.empty();) {
            // Where sentences are counted, another one is never the worse.
            const bool better = !limits_.of_size() || beam.front().value > best.value || best.members.empty();
            if (better) {
                best = beam.front();
            }
            beam = grown(beam);
        }
        return ranked(best);
    }

private:
    struct Growth {
        double value;
        const Set* set;
        Number candidate;

        /// Of equals the first found is better.
        friend bool operator<(const Growth& a, const Growth& b) {
            return a.value != b.value ? a.value < b.value : std::tie(b.set, b.candidate) < std::tie(a.set, a.candidate);
        }
    };

    Set empty() const { return {{}, {}, shared_weights_, {}, 0}; }

    /// Most concepts are told by one candidate alone: only the others are looked at again and again.
    void share_concepts(const Evidence& evidence, const std::vector<double>& weights) {
        constexpr std::uint32_t untold = UINT32_MAX;
        constexpr std::uint32_t told_once = UINT32_MAX - 1;
        std::vector<std::uint32_t> numbers(weights.size(), untold);  // among those that are shared
        for (const Candidate& candidate : candidates_) {
            for (const std::uint32_t number : evidence.told_by(candidate.sentence)) {
                if (numbers[number] == untold) {
                    numbers[number] = told_once;
                } else if (numbers[number] == told_once) {
                    numbers[number] = static_cast<std::uint32_t>(shared_weights_.size());
                    shared_weights_.push_back(weights[number]);
                }
            }
        }
        told_.resize(candidates_.size());
        for (Number i = 0; i < candidates_.size(); ++i) {
            const std::span<const std::uint32_t> told = evidence.told_by(candidates_[i].sentence);
            told_[i].shared.reserve(told.size());
            for (const std::uint32_t number : told) {
                if (numbers[number] == told_once) {
                    told_[i].by_no_other += weights[number];
                } else {
                    told_[i].shared.push_back(numbers[number]);
                }
            }
        }
    }

    void find_neighbours() {
        previous_.assign(candidates_.size(), none);
        next_.assign(candidates_.size(), none);
        for (Number i = 0; i < candidates_.size(); ++i) {
            for (Number other = 0; other < candidates_.size(); ++other) {
                if (candidates_[other].sentence == candidates_[i].sentence + 1) {
                    next_[i] = other;
                    previous_[other] = i;
                }
            }
        }
    }

    bool repeats(const Set& set, Number candidate) const {
        return std::any_of(set.members.begin(), set.members.end(), [&](Number member) {
            return candidates_[std::max(member, candidate)].overlaps[std::min(member, candidate)] > limits_.overlap;
        });
    }

    Size with(const Set& set, Number candidate) const {
        const std::size_t between = set.members.empty() ? 0 : 1;
        const Size& size = candidates_[candidate].wording.size;
        return {set.size.words + size.words, set.size.characters + between + size.characters};
    }

    /// What the candidate adds to the set, without its cost.
    double gain(const Set& set, Number candidate) const {
        double sum = told_[candidate].by_no_other;
        for (const std::uint32_t number : told_[candidate].shared) {
            sum += set.untold[number];
        }
        const Worth& worth = candidates_[candidate].worth;
        sum += set.holds(previous_[candidate]) ? worth.after_previous : worth.alone;
        if (const Number next = next_[candidate]; set.holds(next)) {
            sum += candidates_[next].worth.after_previous - candidates_[next].worth.alone;
        }
        return sum;
    }

    Set with_member(const Set& set, Number candidate) const {
        Set larger;
        larger.members.reserve(set.members.size() + 1);
        larger.members = set.members;
        larger.members.push_back(candidate);
        larger.held = set.held;
        larger.held.set(candidate);
        larger.untold = set.untold;
        larger.value = set.value + gain(set, candidate) - candidates_[candidate].cost;
        larger.size = with(set, candidate);
        for (const std::uint32_t number : told_[candidate].shared) {
            larger.untold[number] = 0;
        }
        return larger;
    }

    /// What a set may become with one sentence more; nothing at the limit. A sentence that takes away more than it adds
    /// is not added to others.
    std::vector<Growth> growths_of(const std::vector<Set>& beam) const {
        std::vector<Growth> growths;
        if (limits_.sentences > 0 && beam.front().members.size() >= limits_.sentences) {
            return growths;
        }
        for (const Set& set : beam) {
            for (Number i = 0; i < candidates_.size(); ++i) {
                if (!limits_.let_in(with(set, i)) || set.holds(i) || repeats(set, i)) {
                    continue;
                }
                const double added = gain(set, i);
                if (added > 0 || set.members.empty()) {
                    growths.push_back({set.value + added - candidates_[i].cost, &set, i});
                }
            }
        }
        return growths;
    }

    std::vector<Set> grown(const std::vector<Set>& beam) const {
        const std::size_t width = std::max<std::size_t>(1, beam_of_few * few / std::max(few, limits_.expected()));
        std::vector<Set> larger;
        larger.reserve(width);
        std::vector<Growth> growths = growths_of(beam);
        std::make_heap(growths.begin(), growths.end());
        for (; !growths.empty() && larger.size() < width; growths.pop_back()) {
            std::pop_heap(growths.begin(), growths.end());
            const Growth& best = growths.back();
            auto held = best.set->held;
            held.set(best.candidate);
            // The same set may have grown in another order.
            if (std::none_of(larger.begin(), larger.end(), [&](const Set& set) { return set.held == held; })) {
                larger.push_back(with_member(*best.set, best.candidate));
            }
        }
        return larger;
    }

    /// The members, each time the one that adds the most to those before it.
    std::vector<Choice> ranked(const Set& chosen) const {
        std::vector<Choice> order;
        std::vector<Number> rest = chosen.members;
        std::sort(rest.begin(), rest.end(),
                  [&](Number a, Number b) { return candidates_[a].sentence < candidates_[b].sentence; });
        for (Set taken = empty(); !rest.empty();) {
            const auto best = std::max_element(rest.begin(), rest.end(),
                                               [&](Number a, Number b) { return gain(taken, a) < gain(taken, b); });
            order.push_back({*best, gain(taken, *best)});
            taken = with_member(taken, *best);
            rest.erase(best);
        }
        return order;
    }

    const std::vector<Candidate>& candidates_;
    const Limits& limits_;
    std::vector<Told> told_;        // by candidate
    std::vector<Number> previous_;  // by candidate: the one whose sentence stands before it in the text
    std::vector<Number> next_;      // likewise, behind it
    std::vector<double> shared_weights_;
};

}  // namespace

std::vector<Choice> select(const std::vector<Candidate>& candidates, const Evidence& evidence,
                           const std::vector<double>& weights, const Limits& limits) {
    return Search(candidates, evidence, weights, limits).best();
}

}  // namespace summarize
