// timeline.geojson, piece by piece (RFC 7946): a feature for each entry with a place whose position is known.
#pragma once

#include <cstdint>
#include <string>

#include "folding/entries.h"

namespace timeline {

std::string geojson_head();

/// Empty if no place of the entry has a position. `is_first`: no feature has been written before.
std::string geojson_feature(const Entry& entry, std::uint64_t number, bool is_first);

std::string geojson_tail();

}  // namespace timeline
