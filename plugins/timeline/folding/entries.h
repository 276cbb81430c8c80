// Folds reports, as the spool gives them, into entries, cuts those of a date to the best if asked to, and puts them
// into the order of their first report. Undated reports are folded, apart from others, as those of one date are. Keeps
// the entries of one date in memory, up to a limit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "contradictions.h"
#include "reports.h"

namespace timeline {

struct Entry {
    Report first;                 ///< the report that speaks for the entry
    std::vector<Source> sources;  ///< of all reports, up to the limit, in input order
    std::uint64_t source_count = 0;
    std::uint64_t earliest_sentence = 0;  ///< smallest number of a sentence that reports it
    std::vector<OtherDate> other_dates;   ///< that copies give, oldest first
    std::uint64_t date_rank = 0;          ///< 1 for the day that matters most; 0 if days are not ranked
    std::string uid;                      ///< stable: made of the date and the words alone
};

class EntryFolder {
public:
    using Take = std::function<void(const Entry&)>;
    /// Leaves the best of the entries of a date, at most so many, in the order in which they are to be told.
    using KeepBest = std::function<void(std::vector<Entry>&, std::size_t)>;

    /// `take` is given each entry in the order of the timeline.
    EntryFolder(std::size_t most_sources, Take take) : most_sources_(most_sources), take_(std::move(take)) {}

    /// From now on at most so many entries of a date are handed over, fewer where they take too much memory. Before the
    /// first report.
    void limit(std::size_t entries_per_date, KeepBest keep_best);

    /// Reports must come in the order of their keys.
    /// `date_rank`: that of the report's day, 0 if days are not ranked. `other_dates`: that copies of the report give.
    void add(std::string_view key, Report report, std::uint64_t date_rank, std::vector<OtherDate> other_dates);
    void finish();

    /// How many entries the limit has left out so far.
    std::uint64_t left_out() const { return left_out_; }

private:
    void relieve();
    void keep_best(std::size_t most);
    void hand_over_date();

    std::size_t most_sources_;
    std::size_t most_entries_ = 0;  ///< of a date; 0 for all
    KeepBest keep_best_;
    Take take_;
    std::string open_;
    std::vector<Entry> date_;
    std::size_t date_bytes_ = 0;
    std::size_t kept_bytes_ = 0;  ///< of the date, after it was cut to a reserve
    std::uint64_t left_out_ = 0;
};

}  // namespace timeline
