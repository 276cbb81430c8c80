// Who takes part in what a sentence tells, and where it is.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "article.h"
#include "reports.h"

namespace timeline {

Party party_of(const Mention& mention, std::string_view text);

/// Adds it unless it is already there, or there are too many to list.
void add_once(std::vector<Party>& parties, const Mention& mention, std::string_view text);

/// Adds it unless an event of the same class, status and parties is already there.
void add_distinct(std::vector<Event>& events, Event event);

/// Fills `who` and `where` from the sentence. Where an event has a place, that alone is where; else what is named
/// before the end of the events' clauses, `reach`, or of the sentence. The place in the dateline, which ends at `body`,
/// is where the news was written: it counts only without another.
void add_parties(const Sentence& sentence, std::size_t body, std::size_t reach, std::string_view text, Report& report);

}  // namespace timeline
