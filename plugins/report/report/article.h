// A document as the page shows it. Positions are bytes of the text; the views are those of the document.
#pragma once

#include <attache/plugin.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct Sentence {
    std::size_t start = 0;
    std::size_t end = 0;
    std::int64_t paragraph = 0;
    std::string_view kind;
    std::int64_t rank = 0;       ///< in the summary, from 1; 0 if it is not in it
    std::string_view told = {};  ///< how it reads there, if not as in the text
};

struct Mention {
    std::size_t start = 0;
    std::size_t end = 0;
    std::string_view type;
    std::string_view kind;
    std::string_view entity_id;
    std::string_view name;  ///< what the text calls it if it has no name of its own
    std::string_view evidence;
};

/// "both sides", and the names of those meant.
struct Group {
    std::size_t start = 0;
    std::size_t end = 0;
    std::vector<std::string_view> members;
};

struct TimeExpression {
    std::size_t start = 0;
    std::size_t end = 0;
    std::string_view type;
    std::string_view value;
    std::string_view mod;
    std::string_view anchor;
    std::string_view unresolved;
    std::optional<std::int64_t> begin;
    std::optional<std::int64_t> finish;
};

struct Article {
    std::string_view id;
    std::string_view source;
    std::string_view title;
    std::string_view published;
    std::string_view text;
    std::uint64_t number = 0;  ///< line of documents.jsonl, from 1
    std::vector<Sentence> sentences;
    std::vector<Mention> mentions;
    std::vector<Group> groups;
    std::vector<TimeExpression> times;
    std::vector<std::string_view> keyphrases;  ///< the most telling first
};

Article article_of(const attache::Document& document, std::uint64_t number);

/// The title, or the id of a document without one.
std::string_view heading_of(const Article& article);

/// Stands for a thing in all documents: its linked id where it has one ("country:KZ"), else its type and name.
std::string entity_key(std::string_view type, std::string_view entity_id, std::string_view name);

/// The key in twelve letters and digits, for use in the page.
std::string entity_anchor(std::string_view key);

/// "d3".
std::string document_anchor(std::uint64_t document);

/// "d3-s5": document and sentence numbers, both from 1.
std::string sentence_anchor(std::uint64_t document, std::uint64_t sentence);

/// Number from 1 of the sentence in which the position lies; 0 if none.
std::uint64_t sentence_at(const Article& article, std::size_t position);

}  // namespace report
