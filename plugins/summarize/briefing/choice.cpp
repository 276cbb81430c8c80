// Which facts of a collection a briefing tells.
#include "choice.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "candidates.h"
#include "folding/folding.h"
#include "folding/likeness.h"

namespace briefing {

namespace {

using timeline::Term;

// What makes a fact telling, beside its likeness to the whole, which is at most 1. Round figures, chosen by reading.
constexpr double in_summary = 0.4;      // of the best sentence of its document, half of it for the second …
constexpr double first_sentence = 0.2;  // half of it for the second …
constexpr double more_sources = 0.15;   // for every doubling
constexpr double no_date = 0.2;         // is taken off

// What is taken off beside facts that were chosen before.
constexpr double likeness_costs = 0.8;
constexpr double same_document = 0.2;  // for each bullet of the same document

// Of two facts one is left out if they share so much of what the shorter one has: of the words, if the names do not
// differ; of words and names; or of both together.
constexpr double words_alone = 0.5;
constexpr double words_beside_names = 0.4;
constexpr double names_beside_words = 0.5;
constexpr double all_terms = 0.5;
constexpr std::size_t fewest_shared = 3;  // less is chance

constexpr std::size_t kept_per_bullet = 20;
constexpr std::size_t fewest_kept = 300;

bool share(const std::vector<Term>& a, const std::vector<Term>& b, double least) {
    const auto shorter = static_cast<double>(std::min(a.size(), b.size()));
    return shorter > 0 && static_cast<double>(timeline::count_common(a, b)) >= least * shorter;
}

bool repeat(const timeline::Report& a, const timeline::Report& b) {
    if (timeline::count_common(a.words, b.words) < fewest_shared) {
        return false;
    }
    const bool other_names = !a.names.empty() && !b.names.empty() && timeline::count_common(a.names, b.names) == 0;
    return (!other_names && share(a.words, b.words, words_alone)) ||
           (share(a.words, b.words, words_beside_names) && share(a.names, b.names, names_beside_words)) ||
           share(timeline::terms_of(a), timeline::terms_of(b), all_terms);
}

}  // namespace

void Choice::offer(const timeline::Entry& entry) {
    Fact fact;
    fact.entry = entry;
    fact.terms = timeline::terms_of(entry.first);
    double squares = 0;
    for (const Term term : fact.terms) {
        squares += collection_.weight(term) * collection_.weight(term);
    }
    fact.length = squares > 0 ? std::sqrt(squares) : 1;
    fact.relevance = relevance_of(fact);
    facts_.push_back(std::move(fact));
    const std::size_t most = std::max(fewest_kept, kept_per_bullet * bullets_);
    if (facts_.size() >= 2 * most) {
        keep_best(most);
    }
}

std::vector<timeline::Entry> Choice::take() {
    keep_best(facts_.size());
    std::vector<timeline::Entry> chosen;
    std::vector<Fact> taken;
    std::vector<double> costs(facts_.size(), 0);
    std::vector<bool> is_out(facts_.size(), false);
    while (taken.size() < bullets_) {
        std::size_t best = facts_.size();
        for (std::size_t i = 0; i < facts_.size(); ++i) {
            const auto worth = [&](std::size_t fact) { return facts_[fact].relevance - costs[fact]; };
            if (!is_out[i] && (best == facts_.size() || worth(i) > worth(best))) {
                best = i;
            }
        }
        if (best == facts_.size()) {
            break;
        }
        Fact& fact = taken.emplace_back(std::move(facts_[best]));
        is_out[best] = true;
        for (std::size_t i = 0; i < facts_.size(); ++i) {
            if (is_out[i]) {
                continue;
            }
            const Fact& other = facts_[i];
            is_out[i] = takes_sources_of(fact, other) || repeat(fact.entry.first, other.entry.first);
            const bool same = fact.entry.first.source.line == other.entry.first.source.line;
            costs[i] = std::max(costs[i], likeness_costs * cosine(fact, other)) + (same ? same_document : 0);
        }
    }
    facts_.clear();
    for (Fact& fact : taken) {
        chosen.push_back(std::move(fact.entry));
    }
    return chosen;
}

double Choice::relevance_of(const Fact& fact) const {
    const timeline::Source& source = fact.entry.first.source;
    double relevance = collection_.relevance(fact.terms);
    relevance += source.summary_rank > 0 ? in_summary / static_cast<double>(source.summary_rank) : 0;
    relevance += first_sentence / (1 + static_cast<double>(fact.entry.earliest_sentence));
    relevance += more_sources * std::log2(static_cast<double>(fact.entry.source_count));
    return relevance - (fact.entry.first.begin == no_day ? no_date : 0);
}

double Choice::cosine(const Fact& a, const Fact& b) const {
    std::vector<Term> common;
    std::set_intersection(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(), std::back_inserter(common));
    double product = 0;
    for (const Term term : common) {
        product += collection_.weight(term) * collection_.weight(term);
    }
    return product / (a.length * b.length);
}

/// If both tell the same, as far as that can be told, though of days that differ: a day later, another paper dates it
/// by its own publication.
bool Choice::takes_sources_of(Fact& fact, const Fact& other) const {
    if (timeline::compare(fact.entry.first, other.entry.first).likeness == timeline::Likeness::None) {
        return false;
    }
    fact.entry.source_count += other.entry.source_count;
    for (const timeline::Source& source : other.entry.sources) {
        if (fact.entry.sources.size() < most_sources_) {
            fact.entry.sources.push_back(source);
        }
    }
    return true;
}

void Choice::keep_best(std::size_t most) {
    std::sort(facts_.begin(), facts_.end(), [](const Fact& a, const Fact& b) {
        return a.relevance != b.relevance ? a.relevance > b.relevance : timeline::comes_before(a.entry, b.entry);
    });
    facts_.resize(std::min(facts_.size(), most));
}

}  // namespace briefing
