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

struct SentencePlace {
    const Article& article;
    const attache::utf8::CodePoints& points;  ///< of the article's text
    std::size_t number = 0;                   ///< of the sentence, from 0
    std::size_t body = 0;                     ///< its `body_of`

    const Sentence& sentence() const { return article.sentences[number]; }
};

/// `time`: where the date stands.
Source source_of(const SentencePlace& place, Span time);

/// What a sentence tells of `events`, or of all that it names if there are none. `part`: how many reports of the
/// sentence come before this.
Report undated_report_of(const SentencePlace& place, const std::vector<const EventClause*>& events, Span time,
                         std::size_t part);

/// The same under a date on the calendar.
Report report_of(const SentencePlace& place, const DatedEvents& told, std::size_t part);

}  // namespace timeline
