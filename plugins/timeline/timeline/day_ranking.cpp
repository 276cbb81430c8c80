// Which days matter most in a collection.
#include "day_ranking.h"

#include <algorithm>

namespace timeline {

namespace {

// Found on eight development topics of ./dev bench timelines; docs/timeline.md has the figures.
constexpr double off_topic_weight = 0.5;
constexpr double publication_weight = 0.25;
constexpr double clearly_more = 3;
constexpr std::int64_t days_around = 15;

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

void DayRanking::add_mention(std::int64_t day, bool on_topic, bool is_yesterday) {
    switch (by_) {
        case DateRanking::Salience:
            (is_yesterday ? at(day).yesterdays : at(day).score) += on_topic ? 1 : off_topic_weight;
            break;
        case DateRanking::Mentions:
            at(day).score += 1;
            break;
        case DateRanking::Publications:
            break;
    }
}

void DayRanking::add_publication(std::int64_t day) {
    switch (by_) {
        case DateRanking::Salience:
            at(day).score += publication_weight;
            break;
        case DateRanking::Mentions:
            break;
        case DateRanking::Publications:
            at(day).score += 1;
            break;
    }
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

/// What the paper of the next morning calls "yesterday" is the day of publication where that is the evening before, on
/// the web. It is taken so if all else speaks clearly more of the day of publication than of the day before.
void DayRanking::settle_yesterdays() {
    double moved = 0;
    for (std::size_t i = 0; i < days_.size(); ++i) {
        Day& day = days_[i];
        const double others = day.score;
        day.score += moved;
        const bool has_next = i + 1 < days_.size() && days_[i + 1].day == day.day + 1;
        const bool is_next = has_next && days_[i + 1].score > clearly_more * others;
        moved = is_next ? day.yesterdays : 0;
        day.score += day.yesterdays - moved;
    }
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
    if (by_ == DateRanking::Salience) {
        settle_yesterdays();
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
