// Short forms that the text defines: "Shanghai Cooperation Organization (SCO)", "SCO (Shanghai Cooperation
// Organization)", "the Andes Water Council, or AWC,", "the Steppe Bank (the "Bank")".
#pragma once

#include <vector>

#include "mention.h"
#include "words.h"

namespace entities {

/// Notes in each mention of an acronym the full name that the document gives it. A full name, or an acronym that has a
/// definition, becomes a mention if it is none.
void tie_acronyms(const Words& words, std::vector<Mention>& mentions);

}  // namespace entities
