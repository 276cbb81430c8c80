// timeline.json, read in one walk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "timeline_view.h"
#include "undated_view.h"

namespace report {

struct TimelineFile {
    std::string producer;  ///< "NAME VERSION" of the plugin that wrote it; empty if it does not say
    Timeline entries;
    Undated undated;
    std::uint64_t undated_count = 0;  ///< also those that the file does not list
};

/// `json` must outlive what is read. Throws std::runtime_error on what is not as timeline.schema.json has it.
TimelineFile read_timeline(std::string_view json, std::size_t most_entries, std::size_t most_undated);

}  // namespace report
