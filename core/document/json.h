// A document as people and other programs read it: one JSON object, offsets in code points.
#pragma once

#include <string>

#include "document/document.h"

namespace attache::core {

/// Appends the document to `out` as one line of documents.jsonl (without the line feed): see
/// core/schema/documents.schema.json.
void write_json(const Document& document, std::string& out);

/// Why a record did not become a document, and where in the pipeline.
struct Rejection {
    std::string id;
    std::string source;
    std::string stage;
    std::string plugin;  ///< "NAME VERSION"; "" if it was the core
    std::string reason;
};
/// Appends it as one line of rejected.jsonl: core/schema/rejected.schema.json.
void write_json(const Rejection& rejection, std::string& out);
/// Appends {"id", "source", VERDICT: {"stage", "plugin", "reason"}}, what a stream gives in a document's stead.
void write_json_refusal(const Rejection& rejection, std::string_view verdict, std::string& out);

}  // namespace attache::core
