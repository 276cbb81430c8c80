// Which sentences are told with different dates by copies of one article.
#include "contradictions.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <tuple>
#include <utility>

#include "comparison.h"
#include "terms.h"

namespace timeline {

namespace {

constexpr std::size_t fewest_terms = 6;
constexpr std::size_t sample_size = 8;
/// A sentence with more dates than this comes again and again, as that of a weekly briefing does.
constexpr std::size_t most_dates = 4;
constexpr std::int64_t most_days_apart = 31;
constexpr std::size_t most_samples = 8;
constexpr std::size_t most_sources = 20;
constexpr std::size_t most_found = 20'000;

bool is_related(const std::vector<std::vector<std::uint32_t>>& some,
                const std::vector<std::vector<std::uint32_t>>& others) {
    return std::any_of(some.begin(), some.end(), [&](const auto& a) {
        return std::any_of(others.begin(), others.end(), [&](const auto& b) { return count_common(a, b) > 0; });
    });
}

bool is_contradiction(const OtherDate& a, const OtherDate& b) {
    const auto within = [](const OtherDate& inner, const OtherDate& outer) {
        return outer.begin <= inner.begin && inner.finish <= outer.finish;
    };
    return !within(a, b) && !within(b, a) && std::abs(a.begin - b.begin) <= most_days_apart;
}

/// Whether `a` is the date to list the event under.
bool goes_before(const OtherDate& a, const OtherDate& b) {
    const auto order = [](const OtherDate& date) {
        const Source& first = date.sources.front();
        return std::tuple(~date.source_count, first.published.empty(), std::string_view(first.published), first.line);
    };
    return order(a) < order(b);
}

}  // namespace

bool is_distinctive(const Report& report) {
    return report.words.size() + report.names.size() >= fewest_terms;
}

SentenceSample::SentenceSample(const Article& article) {
    for (const Sentence& sentence : article.sentences) {
        const auto hash = hash_of(slice(article.text, sentence.span));
        sentences_.emplace_back(static_cast<std::uint32_t>(hash), sentences_.size());
    }
    std::sort(sentences_.begin(), sentences_.end());
    sentences_.resize(std::min(sentences_.size(), sample_size + 1));
}

std::vector<std::uint32_t> SentenceSample::without(std::uint64_t sentence) const {
    std::vector<std::uint32_t> hashes;
    for (const auto& [hash, number] : sentences_) {
        if (number != sentence && hashes.size() < sample_size) {
            hashes.push_back(hash);
        }
    }
    return hashes;
}

void Contradictions::add(DatedWording told) {
    if (told.wording != wording_) {
        settle();
        wording_ = told.wording;
    }
    auto date = std::find_if(dates_.begin(), dates_.end(), [&](const Date& known) {
        return known.date.begin == told.begin && known.date.finish == told.finish;
    });
    if (date == dates_.end()) {
        recurs_ = recurs_ || dates_.size() == most_dates;
        if (recurs_) {
            return;
        }
        date = dates_.emplace(dates_.end());
        date->date.begin = told.begin;
        date->date.finish = told.finish;
        date->date.expression = std::move(told.expression);
    }
    ++date->date.source_count;
    if (date->date.sources.size() < most_sources) {
        date->date.sources.push_back(std::move(told.source));
    }
    if (date->samples.size() < most_samples) {
        date->samples.push_back(std::move(told.sample));
    }
}

void Contradictions::finish() {
    settle();
}

void Contradictions::settle() {
    if (!recurs_ && dates_.size() > 1 && found_.size() < most_found) {
        std::sort(dates_.begin(), dates_.end(),
                  [](const Date& a, const Date& b) { return goes_before(a.date, b.date); });
        const Date& home = dates_.front();
        Found found{home.date.begin, home.date.finish, {}};
        for (auto date = dates_.begin() + 1; date != dates_.end(); ++date) {
            if (is_contradiction(home.date, date->date) && is_related(home.samples, date->samples)) {
                found.others.push_back(std::move(date->date));
            }
        }
        if (!found.others.empty()) {
            std::sort(found.others.begin(), found.others.end(), [](const OtherDate& a, const OtherDate& b) {
                return std::tie(a.begin, a.finish) < std::tie(b.begin, b.finish);
            });
            found_.emplace(wording_, std::move(found));
        }
    }
    dates_.clear();
    recurs_ = false;
}

bool Contradictions::is_elsewhere(const Report& report) const {
    const auto found = found_.find(report.wording);
    return found != found_.end() && is_distinctive(report) &&
           std::any_of(found->second.others.begin(), found->second.others.end(), [&](const OtherDate& other) {
               return other.begin == report.begin && other.finish == report.finish;
           });
}

std::vector<OtherDate> Contradictions::others_of(const Report& report) const {
    const auto found = found_.find(report.wording);
    const bool is_home = found != found_.end() && is_distinctive(report) && found->second.begin == report.begin &&
                         found->second.finish == report.finish;
    return is_home ? found->second.others : std::vector<OtherDate>();
}

}  // namespace timeline
