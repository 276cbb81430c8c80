// The timeline of the page, from timeline.json.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entity_table.h"
#include "json_walk.h"
#include "pages/templates.h"

namespace report {

/// The entries that the page shows: of a timeline too long for it, those with most sources, in the order of the file.
class Timeline {
public:
    Timeline() = default;
    /// `walk` is at the entries of timeline.json, which must outlive the object. Throws std::runtime_error on an entry
    /// that is not as timeline.schema.json has it.
    Timeline(JsonWalk& walk, std::size_t most_entries);

    std::uint64_t all() const { return all_; }
    std::uint64_t shown() const { return shown_.size(); }

    using Write = std::function<void(std::string_view)>;

    /// The bars that lead to each month.
    std::string months_html(const Parts& parts) const;

    /// Adds the number of entries by the kinds of their events.
    void count_kinds(std::map<std::string, std::uint64_t>& counts) const;

    /// The entries, month by month; what is known less precisely than a month stands first in its year.
    void write_html(const EntityTable& entities, std::uint64_t shown_documents, const Parts& parts,
                    const Write& write) const;

private:
    struct Item {
        std::string group;
        std::string_view json;
        std::string_view surroundings;
        std::vector<std::string> kinds;  ///< of its events
    };
    std::uint64_t all_ = 0;
    std::vector<Item> shown_;
};

}  // namespace report
