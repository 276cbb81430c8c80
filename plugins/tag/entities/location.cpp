// Reads the columns of a gazetteer row that come after the names: region, latitude, longitude, population, capital.
#include "location.h"

#include <charconv>

#include "lines.h"

namespace entities {

namespace {

constexpr std::string_view country_prefix = "country:";

template <class Number>
bool read(std::string_view text, Number& number) {
    return std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc();
}

}  // namespace

Location location_of(const Entry& entry) {
    Location place;
    if (entry.id.starts_with(country_prefix)) {
        place.region = entry.id.substr(country_prefix.size());
    }
    Fields columns(entry.place, '\t');
    columns.next();
    if (!columns.field().empty()) {
        place.region = columns.field();
    }
    place.country = place.region.substr(0, place.region.find('-'));
    place.located = columns.next() && read(columns.field(), place.latitude) && columns.next() &&
                    read(columns.field(), place.longitude);
    if (columns.next()) {
        read(columns.field(), place.population);
    }
    place.capital = columns.next() && columns.field() == "capital";
    return place;
}

}  // namespace entities
