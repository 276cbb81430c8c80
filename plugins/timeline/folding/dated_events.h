// Which events of a sentence are told under which date.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "article.h"

namespace timeline {

struct DatedEvents {
    TimeExpression time;
    std::vector<const EventClause*> events;  ///< those of a known class first, courtesies last of them; may be empty
};

/// False for a fact after the publication and for a plan up to it. `time` is on the calendar; `published`: none if
/// unknown.
bool suits(const TimeExpression& time, const EventClause& event, std::optional<std::int64_t> published);

/// The events without a date of their own that suit `time`, which is on the calendar, told under it.
DatedEvents events_told_under(const TimeExpression& time, const Sentence& sentence,
                              std::optional<std::int64_t> published);

/// A group for each date that an event of the sentence has; events without one stand under the sentence's governing
/// date if that suits them. Without any dated event the governing date alone, and nothing if an event's own date could
/// not be resolved. `body`: where the dateline ends.
std::vector<DatedEvents> dated_events_of(const Sentence& sentence, std::string_view text, std::size_t body,
                                         std::optional<std::int64_t> published);

}  // namespace timeline
