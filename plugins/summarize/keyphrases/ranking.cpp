// YAKE's score of a phrase: the product of its terms' scores, over how often it comes and 1 + their sum.
#include "ranking.h"

#include <algorithm>

#include "term_scores.h"

namespace summarize {
namespace {

constexpr std::uint32_t last_of_lead = 2;  // sentences from 0 on
constexpr double title_counts = 2;         // mentions

bool is_titled(const Candidate& candidate, const Units& units) {
    return std::all_of(candidate.terms.begin(), candidate.terms.end(),
                       [&](std::uint32_t term) { return units.titled[term]; });
}

/// "Chinese officials", "transport minister" and "year" say nothing of what the article is about; nor do two names that
/// meet.
bool says_something(const Candidate& candidate, const Units& units) {
    const auto is_name = [&](std::uint32_t term) { return !units.names[term].text.empty(); };
    if (candidate.terms.size() == 1) {
        const std::uint32_t term = candidate.terms.front();
        return is_name(term) || !(units.is_weak[term] || units.is_generic[term]);
    }
    return !units.is_weak[candidate.terms.back()] &&
           std::any_of(candidate.terms.begin(), candidate.terms.end(),
                       [&](std::uint32_t term) { return !is_name(term) && !units.is_weak[term]; });
}

/// A word alone needs to look like a noun, a phrase in words to come again, to be in the title, or early what a
/// determiner announces: else any two words that meet would do.
bool is_fit(const Candidate& candidate, const Units& units) {
    const bool again = candidate.count > 1 || is_titled(candidate, units);
    if (candidate.terms.size() > 1) {
        return again || (candidate.is_noun && candidate.first_sentence <= last_of_lead);
    }
    return !units.names[candidate.terms.front()].text.empty() || (again && candidate.is_noun);
}

double score_of(const Candidate& candidate, const Units& units, const std::vector<double>& terms) {
    double product = 1;
    double sum = 0;
    for (const std::uint32_t term : candidate.terms) {
        product *= terms[term];
        sum += terms[term];
    }
    const double count = candidate.count + (is_titled(candidate, units) ? title_counts : 0);
    return 1 / (1 + product / (count * (1 + sum)));
}

bool say_the_same(const Candidate& a, const Candidate& b) {
    const auto common = std::count_if(a.terms.begin(), a.terms.end(), [&](std::uint32_t term) {
        return std::find(b.terms.begin(), b.terms.end(), term) != b.terms.end();
    });
    return 2 * static_cast<std::size_t>(common) > std::min(a.terms.size(), b.terms.size());
}

}  // namespace

std::vector<Keyphrase> keyphrases_of(const Units& units, const std::vector<Candidate>& candidates, std::size_t most) {
    const std::vector<double> terms = term_scores(units);
    std::vector<Keyphrase> ranked;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (says_something(candidates[i], units) && is_fit(candidates[i], units)) {
            ranked.push_back({i, score_of(candidates[i], units, terms)});
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Keyphrase& a, const Keyphrase& b) { return a.score > b.score; });
    std::vector<Keyphrase> kept;
    for (const Keyphrase& phrase : ranked) {
        const bool is_new = std::none_of(kept.begin(), kept.end(), [&](const Keyphrase& other) {
            return say_the_same(candidates[phrase.candidate], candidates[other.candidate]);
        });
        if (is_new && kept.size() < most) {
            kept.push_back(phrase);
        }
    }
    return kept;
}

}  // namespace summarize
