// Datelines: "ASTANA (Silk Gate Agency) — …", "BRUSSELS/WASHINGTON, 6 May (Continental Wire) - …".
#pragma once

#include <vector>

#include "gazetteer.h"
#include "mention.h"
#include "words.h"

namespace entities {

/// Reads the datelines that sentences begin with: known places in capitals become places, and the name in brackets an
/// organisation, whatever `mentions` has there. In text order before and after.
void read_datelines(const Words& words, const Gazetteer& gazetteer, std::vector<Mention>& mentions);

}  // namespace entities
