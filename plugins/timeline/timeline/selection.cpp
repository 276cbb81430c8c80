// Which entries of a day to keep.
#include "selection.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace timeline {

namespace {

// Found on the development topics, as the weights of day_ranking.cpp.
constexpr double collection_weight = 0.3;
constexpr double doubtful_weight = 0.5;
constexpr std::size_t fewest_words = 4;
constexpr std::size_t most_words = 28;
constexpr double most_alike = 0.5;

}  // namespace

struct Selection::Candidate {
    std::size_t entry = 0;
    double score = 0;
    double length = 0;  ///< of the vector of the words' weights
    std::vector<Term> words;
};

/// The best first. A sentence is scored by its cosine with the centroid of the day, a part of that with the centroid of
/// the collection, less if it is very short or long or does not name what the collection is about.
std::vector<Selection::Candidate> Selection::ranked(const std::vector<Entry>& entries) {
    std::vector<Candidate> candidates;
    for (const Entry& entry : entries) {
        Candidate candidate{candidates.size(), 0, 0, terms_of(entry.first)};
        double squares = 0;
        for (const Term word : candidate.words) {
            squares += collection_.weight(word) * collection_.weight(word);
        }
        candidate.length = std::sqrt(squares);
        for (const Term word : candidate.words) {
            centroid_[word] +=
                squares > 0 ? static_cast<double>(entry.source_count) * collection_.weight(word) / candidate.length : 0;
        }
        candidates.push_back(std::move(candidate));
    }
    double squares = 0;
    std::vector<Term> used;
    for (const Candidate& candidate : candidates) {
        used.insert(used.end(), candidate.words.begin(), candidate.words.end());
    }
    make_unique(used);
    for (const Term word : used) {
        squares += centroid_[word] * centroid_[word];
    }
    const double length = squares > 0 ? std::sqrt(squares) : 1;
    for (Candidate& candidate : candidates) {
        for (const Term word : candidate.words) {
            candidate.score += collection_.weight(word) * centroid_[word] / length;
        }
        candidate.score /= candidate.length > 0 ? candidate.length : 1;
        candidate.score += collection_weight * collection_.relevance(candidate.words);
        const bool has_usual_length = candidate.words.size() >= fewest_words && candidate.words.size() <= most_words;
        candidate.score *= has_usual_length ? 1 : doubtful_weight;
        candidate.score *= collection_.are_topic(entries[candidate.entry].first.names) ? 1 : doubtful_weight;
    }
    for (const Term word : used) {
        centroid_[word] = 0;
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : a.entry < b.entry;
    });
    return candidates;
}

void Selection::keep_best(std::vector<Entry>& entries, std::size_t most) {
    if (entries.size() <= most) {
        return;
    }
    const std::vector<Candidate> candidates = ranked(entries);
    const auto cosine = [&](const Candidate& a, const Candidate& b) {
        std::vector<Term> common;
        std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(),
                              std::back_inserter(common));
        double product = 0;
        for (const Term word : common) {
            product += collection_.weight(word) * collection_.weight(word);
        }
        return product > 0 ? product / (a.length * b.length) : 0;
    };
    std::vector<std::size_t> kept;
    std::vector<std::size_t> alike;
    for (std::size_t i = 0; i < candidates.size() && kept.size() < most; ++i) {
        const bool is_new = std::none_of(kept.begin(), kept.end(), [&](std::size_t other) {
            return cosine(candidates[i], candidates[other]) > most_alike;
        });
        (is_new ? kept : alike).push_back(i);
    }
    alike.resize(std::min(alike.size(), most - kept.size()));
    kept.insert(kept.end(), alike.begin(), alike.end());
    std::vector<std::size_t> numbers;
    for (const std::size_t i : kept) {
        numbers.push_back(candidates[i].entry);
    }
    std::sort(numbers.begin(), numbers.end());
    std::vector<Entry> best;
    for (const std::size_t number : numbers) {
        best.push_back(std::move(entries[number]));
    }
    entries = std::move(best);
}

}  // namespace timeline
