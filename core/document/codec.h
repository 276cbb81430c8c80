// The compact form of a document: what the run store keeps.
//
// Numbers are LEB128 varints, signed ones zigzag; a text is its size and bytes. In order: version, text, fields,
// remarks, layers. A layer is its position among the run's layers, its rows, starts as differences, lengths, then each
// column; a column of texts is a list of distinct texts and their numbers.
#pragma once

#include <deque>
#include <stdexcept>
#include <string>
#include <string_view>

#include "document/document.h"

namespace attache::core {

/// Thrown when bytes are not a document.
class BrokenDocument : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// `layers` are those of the run; every layer of the document is one of them.
std::string encode(const Document& document, const std::deque<PlannedLayer>& layers);

/// Fills a cleared document. Trusts no byte: what comes out obeys the same rules as what plugins may write. Throws
/// BrokenDocument.
void decode(std::string_view bytes, const std::deque<PlannedLayer>& layers, Document& document);

}  // namespace attache::core
