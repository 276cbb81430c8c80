// The events without a date, from timeline.json: what stands after the months.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entity_table.h"
#include "json_walk.h"
#include "pages/templates.h"

namespace report {

class Undated {
public:
    Undated() = default;
    /// The first `most` of them. `walk` is at those of timeline.json, which must outlive the object. Throws
    /// std::runtime_error on one that is no object.
    Undated(JsonWalk& walk, std::size_t most);

    std::uint64_t listed() const { return listed_; }  ///< in timeline.json
    std::uint64_t shown() const { return shown_.size(); }

    /// Adds their number by kind.
    void count_kinds(std::map<std::string, std::uint64_t>& counts) const;

    /// `all`: how many there are, listed or not.
    std::string html(std::uint64_t all, const EntityTable& entities, std::uint64_t shown_documents,
                     const Parts& parts) const;

private:
    std::vector<std::string_view> shown_;
    std::uint64_t listed_ = 0;
};

}  // namespace report
