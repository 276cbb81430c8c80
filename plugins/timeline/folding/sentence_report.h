// Makes a report of a sentence: what it tells, of whom, and what others are compared with it by.
#pragma once

#include <attache/utf8.hpp>
#include <cstddef>
#include <vector>

#include "article.h"
#include "dated_events.h"
#include "reports.h"

namespace timeline {

/// Byte at which a sentence begins, after a dateline or the mark of a list item.
std::size_t body_of(const Article& article, std::size_t number);

/// `points` are those of the article's text, here and below. `time`: where the date stands.
Source source_of(const Article& article, std::size_t number, Span time, const attache::utf8::CodePoints& points);

/// What sentence `number`, which begins at `body`, tells of `events`; of all it names if there are none. `part`: how
/// many reports of the sentence come before this.
Report undated_report_of(const Article& article, std::size_t number, std::size_t body,
                         const std::vector<const EventClause*>& events, Span time, std::size_t part,
                         const attache::utf8::CodePoints& points);

/// The same under a date on the calendar.
Report report_of(const Article& article, std::size_t number, std::size_t body, const DatedEvents& told,
                 std::size_t part, const attache::utf8::CodePoints& points);

}  // namespace timeline
