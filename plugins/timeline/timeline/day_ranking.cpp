// Which days matter most in a collection.
#include "day_ranking.h"

#include <algorithm>

namespace timeline {

namespace {

// Found on the development part of ./dev bench timelines; docs/timeline.md has the figures.
constexpr double least_weight = 0.05;
constexpr double publication_weight = 0.25;
constexpr std::int64_t days_around = 7;

}  // namespace

std::optional<DateRanking> date_ranking_named(std::string_view name) {
    if (name == "salience") {
        return DateRanking::Salience;
    }
    if (name == "mentions") {
        return DateRanking::Mentions;
    }
    return name == "publications" ? std::optional(DateRanking::Publications) : std::nullopt;
}

void DayRanking::add_mention(std::int64_t day, double relevance) {
    const double weight = by_ == DateRanking::Salience ? least_weight + relevance : 1;
    mentions_ += 1;
    weight_of_mentions_ += weight;
    at(day).score += by_ == DateRanking::Publications ? 0 : weight;
}

void DayRanking::add_publication(std::int64_t day) {
    at(day).publications += 1;
}

void DayRanking::add_report(std::int64_t day) {
    at(day).has_report = true;
}

DayRanking::Day& DayRanking::at(std::int64_t day) {
    if (days_.empty() || days_.back().day != day) {
        days_.push_back({day, 0, 0, false});
    }
    return days_.back();
}

double DayRanking::worth_of_publication() const {
    switch (by_) {
        case DateRanking::Publications:
            return 1;
        case DateRanking::Salience:
            return mentions_ > 0 ? publication_weight * weight_of_mentions_ / mentions_ : 0;
        case DateRanking::Mentions:
            break;
    }
    return 0;
}

/// A day that stands out from its surroundings scores nearly its count, one amid others as strong half of it.
void DayRanking::contrast() {
    std::vector<double> scores(days_.size());
    std::size_t first = 0;
    std::size_t last = 0;
    double sum = 0;
    for (std::size_t i = 0; i < days_.size(); ++i) {
        for (; last < days_.size() && days_[last].day <= days_[i].day + days_around; ++last) {
            sum += days_[last].score;
        }
        for (; days_[first].day < days_[i].day - days_around; ++first) {
            sum -= days_[first].score;
        }
        const double score = days_[i].score;
        const double mean = sum / (2 * days_around + 1);
        scores[i] = score > 0 ? score * score / (score + mean) : 0;
    }
    for (std::size_t i = 0; i < days_.size(); ++i) {
        days_[i].score = scores[i];
    }
}

std::unordered_map<std::int64_t, std::uint64_t> DayRanking::take_best(std::size_t most) {
    for (Day& day : days_) {
        day.score += worth_of_publication() * day.publications;
    }
    if (by_ == DateRanking::Salience) {
        contrast();
    }
    std::erase_if(days_, [](const Day& day) { return !day.has_report; });
    const std::size_t taken = std::min(most, days_.size());
    std::partial_sort(
        days_.begin(), days_.begin() + static_cast<std::ptrdiff_t>(taken), days_.end(),
        [](const Day& a, const Day& b) { return a.score != b.score ? a.score > b.score : a.day < b.day; });
    std::unordered_map<std::int64_t, std::uint64_t> best;
    for (std::size_t i = 0; i < taken; ++i) {
        best.emplace(days_[i].day, i + 1);
    }
    days_.clear();
    return best;
}

}  // namespace timeline
