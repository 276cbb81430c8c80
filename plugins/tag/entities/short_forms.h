// Short forms of organisations' names: "the Ministry", "Hope Foundation", "Northwind" after "Ministry of Water of
// Kenya", "Amal Hope Foundation", "Northwind International".
#pragma once

#include <vector>

#include "mention.h"
#include "words.h"

namespace entities {

/// Notes in each short form the full name that it stands for, where the document has only one that fits. "the Bank"
/// becomes a mention if it is none.
void tie_short_forms(const Words& words, std::vector<Mention>& mentions);

}  // namespace entities
