// Places that a text writes as latitude and longitude: "59°10′25″N 18°10′05″E", "35.0325° N, 43.6464° E".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "resolved.h"
#include "words.h"

namespace entities {

/// In degrees, north and east positive.
struct Coordinates {
    double latitude = 0;
    double longitude = 0;
};

/// The kind of the mentions that `add_coordinates` makes.
constexpr std::string_view coordinates_kind = "coordinates";

/// Makes a mention of all that the document writes so, in place of what it overlaps: degrees with a fraction or with
/// minutes and seconds, and the hemisphere before or behind them (ISO 6709, annex D). The id is a "geo" URI (RFC 5870)
/// to three digits, some hundred metres, so that one place written in two ways is one thing. Mentions are in text
/// order.
void add_coordinates(const Words& words, std::vector<Resolved>& mentions);

/// What a mention of that kind writes.
std::optional<Coordinates> read_coordinates(std::string_view text);

}  // namespace entities
