// Folds reports into entries.
#include "entries.h"

#include <algorithm>
#include <utility>

#include "comparison.h"
#include "courtesies.h"
#include "folding.h"
#include "spool_form.h"

namespace timeline {

namespace {

/// A date with more than this is handed over in pieces, each in the order of its first reports; or, if only the best
/// are wanted, cut to a reserve from which they are chosen in the end. That takes fewer sources for each entry, and in
/// the end fewer entries, where it would grow too large.
constexpr std::size_t most_bytes_of_a_date = std::size_t{4} << 20;
constexpr std::size_t reserve = 100;
constexpr std::size_t most_bytes_of_reserve = std::size_t{16} << 20;

std::size_t bytes_of(const Source& source) {
    return sizeof source + source.document.size() + source.source.size() + source.title.size() +
           source.published.size();
}

std::size_t bytes_of(const std::vector<Party>& parties) {
    return parties.size() * sizeof(Party);
}

std::size_t bytes_of(const Entry& entry) {
    constexpr std::size_t to_fold = 256;  // buckets, while the date is folded
    std::size_t bytes =
        sizeof entry + to_fold + 2 * entry.first.what.size() + bytes_of(entry.first.who) + bytes_of(entry.first.where);
    for (const Event& event : entry.first.events) {
        bytes += sizeof event + event.what.size() + bytes_of(event.who) + bytes_of(event.whom) + bytes_of(event.where);
    }
    for (const Source& source : entry.sources) {
        bytes += bytes_of(source);
    }
    for (const OtherDate& date : entry.other_dates) {
        for (const Source& source : date.sources) {
            bytes += bytes_of(source);
        }
    }
    return bytes;
}

std::size_t bytes_of(const std::vector<Entry>& entries) {
    std::size_t bytes = 0;
    for (const Entry& entry : entries) {
        bytes += bytes_of(entry);
    }
    return bytes;
}

void keep_sources(std::vector<Entry>& entries, std::size_t most) {
    for (Entry& entry : entries) {
        if (entry.sources.size() > most) {
            entry.sources =
                std::vector(entry.sources.begin(), entry.sources.begin() + static_cast<std::ptrdiff_t>(most));
        }
    }
}

}  // namespace

void EntryFolder::add(std::string_view key, Report report, std::uint64_t date_rank,
                      std::vector<OtherDate> other_dates) {
    const bool same_date =
        !date_.empty() && date_.back().first.begin == report.begin && date_.back().first.finish == report.finish;
    if (open_ != entry_part(key)) {
        if (!same_date) {
            hand_over_date();
        } else if (date_bytes_ > kept_bytes_ + most_bytes_of_a_date) {
            relieve();
        }
        open_ = entry_part(key);
        Entry& entry = date_.emplace_back();
        entry.uid = fingerprint(open_);
        entry.first = std::move(report);
        entry.sources.push_back(entry.first.source);
        entry.source_count = 1;
        entry.date_rank = date_rank;
        entry.other_dates = std::move(other_dates);
        entry.earliest_sentence = entry.first.source.sentence;
        date_bytes_ += bytes_of(entry);
        return;
    }
    Entry& entry = date_.back();
    ++entry.source_count;
    entry.earliest_sentence = std::min(entry.earliest_sentence, report.source.sentence);
    if (entry.sources.size() < most_sources_) {
        date_bytes_ += bytes_of(report.source);
        entry.sources.push_back(std::move(report.source));
    }
}

void EntryFolder::finish() {
    hand_over_date();
}

void EntryFolder::limit(std::size_t entries_per_date, KeepBest keep_best) {
    most_entries_ = entries_per_date;
    keep_best_ = std::move(keep_best);
}

void EntryFolder::relieve() {
    if (most_entries_ == 0) {
        hand_over_date();
        return;
    }
    fold_alike(date_, most_sources_);
    leave_out_courtesies(date_);
    std::size_t entries = most_entries_ + reserve;
    std::size_t sources = most_sources_;
    for (keep_best(entries); bytes_of(date_) > most_bytes_of_reserve && entries > 1;) {
        if (sources > 1) {
            keep_sources(date_, sources /= 2);
        } else {
            keep_best(entries /= 2);
        }
    }
    kept_bytes_ = bytes_of(date_);
    date_bytes_ = kept_bytes_;
}

void EntryFolder::keep_best(std::size_t most) {
    const std::size_t before = date_.size();
    keep_best_(date_, most);
    left_out_ += before - date_.size();
}

void EntryFolder::hand_over_date() {
    fold_alike(date_, most_sources_);
    leave_out_courtesies(date_);
    if (most_entries_ > 0) {
        keep_best(most_entries_);
    }
    for (const Entry& entry : date_) {
        take_(entry);
    }
    date_.clear();
    date_bytes_ = 0;
    kept_bytes_ = 0;
    open_.clear();
}

}  // namespace timeline
