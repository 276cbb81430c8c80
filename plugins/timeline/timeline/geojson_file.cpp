// timeline.geojson, piece by piece.
#include "geojson_file.h"

#include <algorithm>

#include "event_text.h"
#include "json_writer.h"

namespace timeline {

namespace {

constexpr int decimals = 6;  // a tenth of a metre

void put_names(JsonWriter& writer, const char* key, const std::vector<Party>& parties) {
    writer.Key(key);
    writer.StartArray();
    for (const Party& party : parties) {
        put(writer, party.name);
    }
    writer.EndArray();
}

void put_geometry(JsonWriter& writer, const std::vector<Party>& places) {
    const bool is_one = std::count_if(places.begin(), places.end(), has_position) == 1;
    writer.Key("geometry");
    writer.StartObject();
    put(writer, "type", std::string_view(is_one ? "Point" : "MultiPoint"));
    writer.Key("coordinates");
    if (!is_one) {
        writer.StartArray();
    }
    for (const Party& place : places) {
        if (has_position(place)) {
            writer.StartArray();
            writer.Double(*place.longitude);
            writer.Double(*place.latitude);
            writer.EndArray();
        }
    }
    if (!is_one) {
        writer.EndArray();
    }
    writer.EndObject();
}

}  // namespace

std::string geojson_head() {
    return "{\"type\":\"FeatureCollection\",\"features\":[";
}

std::string geojson_feature(const Entry& entry, std::uint64_t number, bool is_first) {
    const Report& first = entry.first;
    if (std::none_of(first.where.begin(), first.where.end(), has_position)) {
        return {};
    }
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    writer.SetMaxDecimalPlaces(decimals);
    writer.StartObject();
    put(writer, "type", std::string_view("Feature"));
    put(writer, "id", "t" + std::to_string(number));
    put_geometry(writer, first.where);
    writer.Key("properties");
    writer.StartObject();
    put(writer, "begin", iso_day(first.begin));
    put(writer, "finish", iso_day(first.finish));
    put(writer, "precision", name_of(first.precision));
    put_if_any(writer, "class", classes_of(first));
    put_if_any(writer, "status", statuses_of(first));
    put(writer, "what", first.what);
    put_names(writer, "who", first.who);
    put_names(writer, "where", first.where);
    put(writer, "source_count", entry.source_count);
    writer.EndObject();
    writer.EndObject();
    return (is_first ? "\n" : ",\n") + text_of(buffer);
}

std::string geojson_tail() {
    return "\n]}\n";
}

}  // namespace timeline
