// Lets mentions of one text agree on what it is: a guess follows a better supported mention elsewhere in the document.
#pragma once

#include <vector>

#include "mention.h"
#include "words.h"

namespace entities {

/// A person whose only support is the form of the name stays one if an office or the bare surname elsewhere speaks for
/// it; else its type becomes none.
void agree_on_types(const Words& words, std::vector<Mention>& mentions);

}  // namespace entities
