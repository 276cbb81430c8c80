// The events without a date, from timeline.json: what stands after the months.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pages/templates.h"

namespace report {

class Undated {
public:
    /// The first `most` of them. `json` is timeline.json and must outlive the object. Throws std::runtime_error on one
    /// that is no object.
    Undated(std::string_view json, std::size_t most);

    /// Adds their number by kind.
    void count_kinds(std::map<std::string, std::uint64_t>& counts) const;

    std::string html(std::uint64_t shown_documents, const Parts& parts) const;

private:
    std::vector<std::string_view> shown_;
    std::uint64_t all_ = 0;
};

}  // namespace report
