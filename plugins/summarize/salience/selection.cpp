// A beam search: the best few sets of one sentence are each grown by another, and so on while something fits. To take
// the best sentence, then the next best, and so on, would fill a budget badly.
#include "selection.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <unordered_map>

namespace summarize {
namespace {

constexpr std::size_t candidates_for_few = 9;
constexpr std::size_t candidates_for_each = 2;  // sentence that fits, if that gives more
constexpr std::size_t most_candidates = 300;
constexpr std::size_t usual_words = 15;       // of a sentence, to guess how many fit
constexpr std::size_t usual_characters = 90;  // likewise
constexpr double the_same = 0.9;              // beyond this overlap
constexpr std::size_t beam_of_few = 8;
constexpr std::size_t few = 10;

using Terms = std::vector<std::uint32_t>;

Terms different_terms(const Sentence& sentence) {
    Terms terms = sentence.terms;
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

/// The share of the shorter one's terms that are in both.
double overlap(const Terms& a, const Terms& b) {
    Terms shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    const std::size_t least = std::min(a.size(), b.size());
    return least == 0 ? 0 : static_cast<double>(shared.size()) / static_cast<double>(least);
}

/// What a candidate tells: the weight of what no other one does, and the concepts that others do too.
struct Told {
    double by_no_other = 0;
    std::vector<std::uint32_t> shared;
};

/// A set of candidates, by their numbers in ascending order.
struct Set {
    std::vector<std::uint32_t> members;
    std::vector<bool> told;  // by concept that several candidates tell
    Size size;
    double value = 0;
};

class Search {
public:
    Search(const std::vector<Sentence>& sentences, const std::vector<Size>& sizes, const Concepts& concepts,
           const std::vector<Worth>& worth, const Limits& limits)
        : sizes_(sizes), concepts_(concepts), worth_(worth), limits_(limits) {
        choose_candidates(sentences);
        share_concepts();
    }

    std::vector<Choice> best() const {
        Set best;
        for (std::vector<Set> beam = {empty()}; !beam.empty();) {
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
    static constexpr double not_to_be_added = -std::numeric_limits<double>::infinity();

    Set empty() const { return {{}, std::vector<bool>(shared_weights_.size(), false), {}, 0}; }

    std::size_t expected() const {
        std::size_t count = limits_.sentences > 0 ? limits_.sentences : most_candidates;
        count = limits_.words > 0 ? std::min(count, limits_.words / usual_words + 1) : count;
        return limits_.characters > 0 ? std::min(count, limits_.characters / usual_characters + 1) : count;
    }

    bool fits(const Size& size) const {
        return (limits_.words == 0 || size.words <= limits_.words) &&
               (limits_.characters == 0 || size.characters <= limits_.characters);
    }

    double told_alone(std::uint32_t sentence) const {
        double sum = 0;
        for (const std::uint32_t number : concepts_.of_sentences[sentence]) {
            sum += concepts_.weights[number];
        }
        return sum;
    }

    double told_by(std::uint32_t sentence, const std::vector<bool>& told) const {
        const Told& candidate = told_.at(sentence);
        double sum = candidate.by_no_other;
        for (const std::uint32_t number : candidate.shared) {
            sum += told[number] ? 0 : shared_weights_[number];
        }
        return sum;
    }

    /// The best by themselves, none the same as a better one.
    void choose_candidates(const std::vector<Sentence>& sentences) {
        const bool any_prose = std::any_of(sentences.begin(), sentences.end(), [](const Sentence& sentence) {
            return sentence.kind != Kind::Apparatus && !sentence.terms.empty();
        });
        std::vector<Choice> all;
        for (std::uint32_t i = 0; i < sentences.size(); ++i) {
            const bool aside = any_prose && sentences[i].kind == Kind::Apparatus;
            if (!sentences[i].terms.empty() && !aside && fits(sizes_[i])) {
                all.push_back({i, worth_[i].alone - cost(i) + told_alone(i)});
            }
        }
        std::sort(all.begin(), all.end(), [](const Choice& a, const Choice& b) {
            return a.score != b.score ? a.score > b.score : a.sentence < b.sentence;
        });
        const std::size_t wanted =
            std::min(most_candidates, std::max(candidates_for_few, candidates_for_each * expected()));
        for (auto choice = all.begin(); choice != all.end() && candidates_.size() < wanted; ++choice) {
            Terms terms = different_terms(sentences[choice->sentence]);
            const auto told = [&](std::uint32_t better) {
                return overlap(terms, terms_.at(better)) > std::max(the_same, limits_.overlap);
            };
            if (std::none_of(candidates_.begin(), candidates_.end(), told)) {
                candidates_.push_back(choice->sentence);
                terms_.emplace(choice->sentence, std::move(terms));
            }
        }
    }

    /// Most concepts are told by one candidate alone: only the others are looked at again and again.
    void share_concepts() {
        std::vector<std::uint32_t> tellers(concepts_.weights.size(), 0);
        for (const std::uint32_t candidate : candidates_) {
            for (const std::uint32_t number : concepts_.of_sentences[candidate]) {
                ++tellers[number];
            }
        }
        std::vector<std::uint32_t> numbers(tellers.size(), 0);  // among those that are shared
        for (std::size_t number = 0; number < tellers.size(); ++number) {
            if (tellers[number] > 1) {
                numbers[number] = static_cast<std::uint32_t>(shared_weights_.size());
                shared_weights_.push_back(concepts_.weights[number]);
            }
        }
        for (const std::uint32_t candidate : candidates_) {
            Told& told = told_[candidate];
            for (const std::uint32_t number : concepts_.of_sentences[candidate]) {
                if (tellers[number] > 1) {
                    told.shared.push_back(numbers[number]);
                } else {
                    told.by_no_other += concepts_.weights[number];
                }
            }
        }
    }

    bool repeats(const Set& set, std::uint32_t sentence) const {
        return std::any_of(set.members.begin(), set.members.end(), [&](std::uint32_t member) {
            const auto [known, is_new] =
                overlaps_.try_emplace(std::uint64_t{std::min(member, sentence)} << 32 | std::max(member, sentence), 0);
            if (is_new) {
                known->second = overlap(terms_.at(member), terms_.at(sentence));
            }
            return known->second > limits_.overlap;
        });
    }

    double cost(std::uint32_t sentence) const {
        return limits_.of_size() ? worth_[sentence].cost_in_budget : worth_[sentence].cost;
    }

    static bool holds(const Set& set, std::uint32_t sentence) {
        return std::binary_search(set.members.begin(), set.members.end(), sentence);
    }

    Size with(const Set& set, std::uint32_t sentence) const {
        const std::size_t between = set.members.empty() ? 0 : 1;
        return {set.size.words + sizes_[sentence].words, set.size.characters + between + sizes_[sentence].characters};
    }

    /// What the sentence adds to the set, without its cost.
    double gain(const Set& set, std::uint32_t sentence) const {
        const bool follows = sentence > 0 && holds(set, sentence - 1);
        double sum = told_by(sentence, set.told) + (follows ? worth_[sentence].after_previous : worth_[sentence].alone);
        if (holds(set, sentence + 1)) {
            sum += worth_[sentence + 1].after_previous - worth_[sentence + 1].alone;
        }
        return sum;
    }

    Set with_member(const Set& set, std::uint32_t sentence) const {
        Set larger = set;
        larger.members.insert(std::upper_bound(larger.members.begin(), larger.members.end(), sentence), sentence);
        larger.value += gain(set, sentence) - cost(sentence);
        larger.size = with(set, sentence);
        for (const std::uint32_t number : told_.at(sentence).shared) {
            larger.told[number] = true;
        }
        return larger;
    }

    /// The best sets that hold one sentence more, the best first; none at the limit. A sentence that takes away more
    /// than it adds is not added to others.
    std::vector<Set> grown(const std::vector<Set>& beam) const {
        struct Growth {
            double value;
            const Set* set;
            std::uint32_t sentence;
        };
        if (limits_.sentences > 0 && beam.front().members.size() >= limits_.sentences) {
            return {};
        }
        std::vector<Growth> growths;
        for (const Set& set : beam) {
            for (const std::uint32_t sentence : candidates_) {
                if (holds(set, sentence) || !fits(with(set, sentence)) || repeats(set, sentence)) {
                    continue;
                }
                const double added = gain(set, sentence);
                if (added > 0 || set.members.empty()) {
                    growths.push_back({set.value + added - cost(sentence), &set, sentence});
                }
            }
        }
        std::stable_sort(growths.begin(), growths.end(),
                         [](const Growth& a, const Growth& b) { return a.value > b.value; });
        const std::size_t width = std::max<std::size_t>(1, beam_of_few * few / std::max(few, expected()));
        std::vector<Set> larger;
        for (auto growth = growths.begin(); growth != growths.end() && larger.size() < width; ++growth) {
            Set set = with_member(*growth->set, growth->sentence);
            // The same set, grown in another order.
            const auto same = [&](const Set& before) { return before.members == set.members; };
            if (std::none_of(larger.begin(), larger.end(), same)) {
                larger.push_back(std::move(set));
            }
        }
        return larger;
    }

    /// The members, each time the one that adds the most to those before it.
    std::vector<Choice> ranked(const Set& chosen) const {
        std::vector<Choice> order;
        std::vector<std::uint32_t> rest = chosen.members;
        for (Set taken = empty(); !rest.empty();) {
            const auto best = std::max_element(rest.begin(), rest.end(), [&](std::uint32_t a, std::uint32_t b) {
                return gain(taken, a) < gain(taken, b);
            });
            order.push_back({*best, gain(taken, *best)});
            taken = with_member(taken, *best);
            rest.erase(best);
        }
        return order;
    }

    const std::vector<Size>& sizes_;
    const Concepts& concepts_;
    const std::vector<Worth>& worth_;
    const Limits& limits_;
    std::vector<std::uint32_t> candidates_;
    std::map<std::uint32_t, Terms> terms_;  // of each candidate
    std::map<std::uint32_t, Told> told_;    // likewise
    std::vector<double> shared_weights_;
    mutable std::unordered_map<std::uint64_t, double> overlaps_;  // of pairs of candidates, as they are asked for
};

}  // namespace

std::vector<Choice> select(const std::vector<Sentence>& sentences, const std::vector<Size>& sizes,
                           const Concepts& concepts, const std::vector<Worth>& worth, const Limits& limits) {
    return Search(sentences, sizes, concepts, worth, limits).best();
}

std::uint32_t best_alone(const std::vector<Sentence>& sentences, const Concepts& concepts,
                         const std::vector<Worth>& worth) {
    Limits one;
    one.sentences = 1;
    const std::vector<Choice> best = select(sentences, std::vector<Size>(sentences.size()), concepts, worth, one);
    return best.empty() ? static_cast<std::uint32_t>(sentences.size()) : best.front().sentence;
}

}  // namespace summarize
