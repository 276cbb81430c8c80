// What one document contributes: its dated sentences, and the dates in it that could not be resolved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "article.h"
#include "calendar.h"
#include "terms.h"

namespace timeline {

/// A range in code points.
struct Range {
    std::uint64_t start = 0;
    std::uint64_t end = 0;
};

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

struct Party {
    std::string name;
    std::string type;
    std::string entity_id;
    std::optional<double> latitude;  ///< of a linked city, in degrees
    std::optional<double> longitude;
};

inline bool has_position(const Party& party) {
    return party.latitude && party.longitude;
}

/// A sentence that says what happened, or will, on a date.
struct Report {
    std::int64_t begin = 0;
    std::int64_t finish = 0;
    Precision precision = Precision::Day;
    std::string value;
    std::string mod;
    std::string expression;
    std::string anchor;
    std::string what;
    std::vector<Party> who;
    std::vector<Party> where;
    std::vector<Term> words;    ///< content words outside dates and names
    std::vector<Term> names;    ///< canonical names in the sentence
    std::uint64_t roles = 0;    ///< stands for these in their order; "A and B" is the same as "B and A"
    std::uint64_t wording = 0;  ///< stands for the sentence as written, but for its dates
    Source source;
};

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
};

/// A sentence is dated by one expression, its governing one: of the dates outside the dateline that are finer than a
/// year the most precise, and of equals the first; without one the dateline's; without that the most precise of the
/// others. Bylines and sentences that are little more than a date report nothing.
Contribution contribution_of(const Article& article);

}  // namespace timeline
