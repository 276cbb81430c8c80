// What users say of names, carried out on a document: add, merge, never merge.
#pragma once

#include <vector>

#include "facts.h"
#include "resolved.h"
#include "words.h"

namespace entities {

/// Makes a mention of every occurrence of an added name, in place of what it overlaps; then one thing of two, or two of
/// one, whose names are compared with the text of mentions and with the names of things. Mentions are in text order.
void take_user_names(const Words& words, const Facts& facts, std::vector<Resolved>& mentions);

}  // namespace entities
