// The events of timeline entries: how each is told, and what the timeline can be narrowed to.
#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pages/templates.h"

namespace report {

/// A line for each event: its class, the word for what is no fact, and who does it to whom.
std::string events_html(const std::vector<const rapidjson::Value*>& events, const Parts& parts);

/// What an entry tells, the clauses of its events marked where it tells of other events too.
std::string what_html(const rapidjson::Value& entry, const Parts& parts);

/// The classes and statuses of events, each once: "AGREE", "plan".
std::vector<std::string> kinds_of(const std::vector<const rapidjson::Value*>& events);

/// Links that narrow the timeline to a class or a status. `counts`: entries by kind.
std::string event_filter_html(const std::map<std::string, std::uint64_t>& counts, const Parts& parts);

}  // namespace report
