// Where a thing of the gazetteer is.
#pragma once

#include <cstdint>
#include <string_view>

#include "gazetteer.h"

namespace entities {

struct Location {
    std::string_view region;   ///< ISO 3166: "KZ", or the part of a country, "US-TX"; empty if not known
    std::string_view country;  ///< ISO 3166-1 alpha-2
    bool located = false;      ///< latitude and longitude are known
    double latitude = 0;
    double longitude = 0;
    std::int64_t population = 0;
    bool capital = false;  ///< the seat of the country's government
};

/// Of a country, a nationality, a city or a region.
Location location_of(const Entry& entry);

}  // namespace entities
