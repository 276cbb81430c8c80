// How reports wait in the spool: keys that sort as the timeline does, and values that hold all of a record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "contradictions.h"
#include "day_mentions.h"
#include "reports.h"

namespace timeline {

/// Sixteen hexadecimal digits that sort as the numbers do.
void append_sortable(std::string& key, std::uint64_t number);

/// Wordings sort first, by wording, then in input order. Mentions of days sort before dated reports, these before
/// unresolved dates; mentions by day; reports by first and last day, then so that those of one text are neighbours,
/// then in input order; unresolved dates in input order; after them undated reports, like dated ones but by the parties
/// of their first event for want of days.
std::string key_of(const DatedWording& told);
std::string key_of(const DayMention& mention);
std::string key_of(const Report& report);
std::string key_of(const Unresolved& unresolved);
bool is_wording_key(std::string_view key);
bool is_mention_key(std::string_view key);
bool is_report_key(std::string_view key);  ///< of a dated one
bool is_unresolved_key(std::string_view key);

/// The part of a report's key that reports of one entry share.
std::string_view entry_part(std::string_view key);

std::string pack(const DatedWording& told);
std::string pack(const DayMention& mention);
std::string pack(const Report& report);
std::string pack(const Unresolved& unresolved);

/// Throws std::runtime_error if the bytes are not those of `pack`.
DatedWording unpack_wording(std::string_view bytes);
DayMention unpack_mention(std::string_view bytes);
Report unpack_report(std::string_view bytes);
Unresolved unpack_unresolved(std::string_view bytes);

}  // namespace timeline
