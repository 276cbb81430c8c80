// Makes one entry of those of a date that tell of the same event.
#include "folding.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

#include "likeness.h"

namespace timeline {

namespace {

/// With how many of a bucket, those just before it, an entry is compared.
constexpr std::size_t most_compared = 16;

bool comes_before(const Source& a, const Source& b) {
    return std::tuple(a.line, a.sentence) < std::tuple(b.line, b.sentence);
}

/// Several sentences that were folded may each be contradicted.
void add_other_date(std::vector<OtherDate>& dates, OtherDate date) {
    const auto place = std::lower_bound(dates.begin(), dates.end(), date, [](const OtherDate& a, const OtherDate& b) {
        return std::tie(a.begin, a.finish) < std::tie(b.begin, b.finish);
    });
    if (place != dates.end() && place->begin == date.begin && place->finish == date.finish) {
        place->source_count += date.source_count;
        place->sources.insert(place->sources.end(), date.sources.begin(), date.sources.end());
    } else {
        dates.insert(place, std::move(date));
    }
}

void merge(Entry& into, Entry& from, std::size_t most_sources) {
    std::vector<Source> sources;
    std::merge(std::make_move_iterator(into.sources.begin()), std::make_move_iterator(into.sources.end()),
               std::make_move_iterator(from.sources.begin()), std::make_move_iterator(from.sources.end()),
               std::back_inserter(sources), [](const Source& a, const Source& b) { return comes_before(a, b); });
    sources.resize(std::min(sources.size(), most_sources));
    into.sources = std::move(sources);
    into.source_count += from.source_count;
    into.earliest_sentence = std::min(into.earliest_sentence, from.earliest_sentence);
    into.uid = std::min(into.uid, from.uid);
    for (OtherDate& date : from.other_dates) {
        add_other_date(into.other_dates, std::move(date));
    }
}

struct Pair {
    std::size_t earlier = 0;
    std::size_t later = 0;
    Comparison comparison;
};

/// Entries that are alike, those most alike first.
std::vector<Pair> alike(const std::vector<Entry>& entries) {
    std::vector<std::pair<std::uint64_t, std::size_t>> places;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        for (const std::uint64_t bucket : buckets_of(entries[i].first)) {
            places.emplace_back(bucket, i);
        }
    }
    std::sort(places.begin(), places.end());
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t back = 1; back <= std::min(i, most_compared); ++back) {
            if (places[i - back].first != places[i].first) {
                break;
            }
            const std::size_t earlier = places[i - back].second;
            const std::size_t later = places[i].second;
            const Comparison comparison = compare(entries[earlier].first, entries[later].first);
            if (comparison.likeness != Likeness::None) {
                pairs.push_back({earlier, later, comparison});
            }
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return std::tuple(b.comparison.likeness, b.comparison.share, a.earlier, a.later) <
               std::tuple(a.comparison.likeness, a.comparison.share, b.earlier, b.later);
    });
    return pairs;
}

bool share_a_document(const Entry& a, const Entry& b) {
    for (auto i = a.sources.begin(), j = b.sources.begin(); i != a.sources.end() && j != b.sources.end();) {
        if (i->line == j->line) {
            return true;
        }
        ++(i->line < j->line ? i : j);
    }
    return false;
}

}  // namespace

bool comes_before(const Entry& a, const Entry& b) {
    return comes_before(a.first.source, b.first.source);
}

void keep_most_told(std::vector<Entry>& entries, std::size_t most) {
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.source_count != b.source_count ? a.source_count > b.source_count : comes_before(a, b);
    });
    entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(std::min(entries.size(), most)), entries.end());
}

void fold_alike(std::vector<Entry>& entries, std::size_t most_sources) {
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return comes_before(a, b); });
    std::vector<std::size_t> speaker(entries.size());
    std::iota(speaker.begin(), speaker.end(), 0);
    const auto speaker_of = [&](std::size_t entry) {
        while (speaker[entry] != entry) {
            entry = speaker[entry] = speaker[speaker[entry]];
        }
        return entry;
    };
    for (const Pair& pair : alike(entries)) {
        const auto [first, second] = std::minmax({speaker_of(pair.earlier), speaker_of(pair.later)});
        if (first == second) {
            continue;
        }
        const Likeness likeness = compare(entries[first].first, entries[second].first).likeness;
        if (likeness == Likeness::Copy ||
            (likeness == Likeness::Anew && !share_a_document(entries[first], entries[second]))) {
            merge(entries[first], entries[second], most_sources);
            speaker[second] = first;
        }
    }
    std::vector<Entry> left;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (speaker[i] == i) {
            left.push_back(std::move(entries[i]));
        }
    }
    entries = std::move(left);
}

}  // namespace timeline
