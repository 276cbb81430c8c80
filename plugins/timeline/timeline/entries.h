// Folds reports, as the spool gives them, into entries, and puts the entries of a day into the order of their first
// report. Keeps the entries of one date in memory, up to a limit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "reports.h"

namespace timeline {

struct Entry {
    Report first;                 ///< the report that speaks for the entry
    std::vector<Source> sources;  ///< of all reports, up to the limit, in input order
    std::uint64_t source_count = 0;
    std::string uid;  ///< stable: made of the date and the words alone
};

class EntryFolder {
public:
    using Take = std::function<void(const Entry&)>;

    /// `take` is given each entry in the order of the timeline.
    EntryFolder(std::size_t most_sources, Take take) : most_sources_(most_sources), take_(std::move(take)) {}

    /// Reports must come in the order of their keys.
    void add(std::string_view key, Report report);
    void finish();

private:
    void hand_over_date();

    std::size_t most_sources_;
    Take take_;
    std::string open_;
    std::vector<Entry> date_;
    std::size_t date_bytes_ = 0;
};

}  // namespace timeline
