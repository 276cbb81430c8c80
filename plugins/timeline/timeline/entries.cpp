// Folds reports into entries.
#include "entries.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "comparison.h"
#include "spool_form.h"

namespace timeline {

namespace {

/// A date with more than this is handed over in pieces, each in the order of its first reports.
constexpr std::size_t most_bytes_of_a_date = std::size_t{2} << 20;

std::size_t bytes_of(const Source& source) {
    return sizeof source + source.document.size() + source.source.size() + source.title.size() +
           source.published.size();
}

}  // namespace

void EntryFolder::add(std::string_view key, Report report) {
    const bool same_date =
        !date_.empty() && date_.back().first.begin == report.begin && date_.back().first.finish == report.finish;
    if (open_ != entry_part(key)) {
        if (!same_date || date_bytes_ > most_bytes_of_a_date) {
            hand_over_date();
        }
        open_ = entry_part(key);
        date_bytes_ += sizeof(Entry) + 2 * report.what.size();
        Entry& entry = date_.emplace_back();
        entry.uid = fingerprint(open_);
        entry.first = std::move(report);
        entry.sources.push_back(entry.first.source);
        entry.source_count = 1;
        date_bytes_ += bytes_of(entry.sources.back());
        return;
    }
    Entry& entry = date_.back();
    ++entry.source_count;
    if (entry.sources.size() < most_sources_) {
        date_bytes_ += bytes_of(report.source);
        entry.sources.push_back(std::move(report.source));
    }
}

void EntryFolder::finish() {
    hand_over_date();
}

void EntryFolder::hand_over_date() {
    const auto order = [](const Entry& entry) {
        return std::tuple(entry.first.source.line, entry.first.source.sentence);
    };
    std::sort(date_.begin(), date_.end(), [&](const Entry& a, const Entry& b) { return order(a) < order(b); });
    for (const Entry& entry : date_) {
        take_(entry);
    }
    date_.clear();
    date_bytes_ = 0;
    open_.clear();
}

}  // namespace timeline
