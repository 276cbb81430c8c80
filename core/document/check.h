// Whether a batch of rows may be taken into a document.
#pragma once

#include <string>

#include "document/document.h"

namespace attache::core {

/// Says in words what is wrong with the batch, its first fault with the row's number; "" if it may be appended to
/// `layer`, which checks its texts. Checked: columns and their types, the span of every row (inside the text,
/// start <= end, on UTF-8 boundaries), references to rows that exist.
std::string why_not(const attache_layer& batch, const Layer& layer, const Document& document);

}  // namespace attache::core
