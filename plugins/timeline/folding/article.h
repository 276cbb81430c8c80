// A document as the timeline needs it: sentences with what lies in them. Positions are bytes of the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace timeline {

struct Span {
    std::size_t start = 0;
    std::size_t end = 0;
};

inline std::string_view slice(std::string_view text, Span span) {
    return text.substr(span.start, span.end - span.start);
}

struct Mention {
    Span span;
    std::string_view type;
    std::string_view kind;
    std::string_view entity_id;
    std::string_view name;
    std::string_view country;        ///< ISO 3166-1 alpha-2; empty if unknown
    std::optional<double> latitude;  ///< of a linked city, in degrees
    std::optional<double> longitude;
};

struct TimeExpression {
    Span span;
    std::string_view type;
    std::string_view value;
    std::string_view mod;
    std::string_view anchor;
    std::string_view unresolved;
    std::optional<std::int64_t> begin;  ///< days since 1970-01-01
    std::optional<std::int64_t> finish;
};

/// A clause that tells of an event.
struct EventClause {
    Span span;
    std::string_view what;
    std::string_view label;   ///< PLOVER class; empty if none is sure enough
    std::string_view status;  ///< "fact", "plan", "claim", "denial"
    bool is_courtesy = false;
    std::optional<TimeExpression> time;
    std::vector<Mention> sources;  ///< those who act
    std::vector<Mention> targets;  ///< those acted on
    std::optional<Mention> place;
    std::optional<Mention> speaker;  ///< of a claim or a denial
};

struct Sentence {
    Span span;
    bool opens_paragraph = false;
    bool is_byline = false;
    std::int64_t summary_rank = 0;  ///< 0 if the sentence is not in the summary
    std::vector<TimeExpression> times;
    std::vector<Mention> mentions;
    std::vector<EventClause> events;
    std::vector<Span> quotations;  ///< words between quotation marks that touch it
};

struct Article {
    std::string_view id;
    std::string_view source;
    std::string_view title;
    std::string_view published;
    std::string_view text;
    std::uint64_t line = 0;  ///< of documents.jsonl, from 1
    std::vector<Sentence> sentences;
};

/// True for a date or time whose days are known and can be written.
bool is_on_calendar(const TimeExpression& time);

/// Gives each of `things`, which have a `span`, to the sentence in which it starts; what starts in none is dropped.
/// Both are in text order.
void add_to_sentences(const std::vector<TimeExpression>& things, std::vector<Sentence>& sentences);
void add_to_sentences(const std::vector<Mention>& things, std::vector<Sentence>& sentences);

}  // namespace timeline
