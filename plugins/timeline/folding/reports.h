// What one document contributes: its dated sentences with the events they tell, and the dates in it that could not be
// resolved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "article.h"
#include "calendar.h"
#include "event.h"
#include "terms.h"

namespace timeline {

struct Source {
    std::string document;
    std::string source;
    std::string title;
    std::string published;
    std::uint64_t line = 0;
    std::uint64_t sentence = 0;  ///< number of the sentence in the document, from 0
    Range span;
    Range time;
    std::int64_t summary_rank = 0;  ///< 0: not in the summary
};

/// A sentence that says what happened, or will, on a date, or, undated, without one. One that tells of events on
/// several dates is several reports.
struct Report {
    std::int64_t begin = 0;
    std::int64_t finish = 0;
    Precision precision = Precision::Day;
    std::string value;  ///< of the date; empty if undated, as is all that belongs to a date
    std::string mod;
    std::string expression;
    std::string anchor;
    std::string what;
    std::vector<Party> who;
    std::vector<Party> where;
    std::vector<Event> events;  ///< of this date, the one that speaks for it first; empty if none was found
    std::vector<Term> words;    ///< content words outside dates and names
    std::vector<Term> names;    ///< canonical names in the sentence
    std::uint64_t roles = 0;    ///< stands for these in their order; "A and B" is the same as "B and A"
    std::uint64_t wording = 0;  ///< stands for the sentence as written, but for its dates
    Source source;
};

inline bool is_dated(const Report& report) {
    return !report.value.empty();
}

/// Its words and names.
std::vector<Term> terms_of(const Report& report);

/// A date that has no place on the calendar, and why.
struct Unresolved {
    std::string expression;
    std::string reason;
    std::string what;
    Source source;
};

struct Contribution {
    std::vector<Report> reports;
    std::vector<Unresolved> unresolved;
    std::vector<Report> undated;  ///< of events that no date of their sentence can be given to
};

/// A sentence is told under the dates of its events; without any under its governing date, if it is news. Bylines and
/// sentences that are little more than a date report nothing. Events of a known class between known parties that stand
/// under no date are told undated, but for courtesies.
Contribution contribution_of(const Article& article);

}  // namespace timeline
