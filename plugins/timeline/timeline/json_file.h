// timeline.json, piece by piece; core/schema/timeline.schema.json describes it.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "folding/entries.h"

namespace timeline {

/// Everything before the first entry. `made_by`: "NAME VERSION" of the plugin by layer.
std::string json_head(const std::map<std::string, std::string>& made_by);

/// One entry, unresolved date or undated entry, on a line of its own.
std::string json_entry(const Entry& entry, std::uint64_t number);
std::string json_unresolved(const Unresolved& unresolved, bool is_first);
std::string json_undated(const Entry& entry, bool is_first);

/// What stands before the unresolved dates, before the undated entries, and after these.
std::string json_unresolved_head();
std::string json_undated_head();
/// `undated`: how many there are, listed or not.
std::string json_tail(std::uint64_t undated);

}  // namespace timeline
