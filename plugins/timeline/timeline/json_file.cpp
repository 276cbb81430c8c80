// timeline.json, piece by piece.
#include "json_file.h"

#include <string_view>

#include "json_writer.h"

namespace timeline {

namespace {

using timeline::put;

void put(JsonWriter& writer, const char* key, Range range) {
    writer.Key(key);
    writer.StartObject();
    put(writer, "start", range.start);
    put(writer, "end", range.end);
    writer.EndObject();
}

void put(JsonWriter& writer, const char* key, const std::vector<Party>& parties) {
    writer.Key(key);
    writer.StartArray();
    for (const Party& party : parties) {
        writer.StartObject();
        put(writer, "name", party.name);
        put(writer, "type", party.type);
        put_if_any(writer, "entity_id", party.entity_id);
        if (has_position(party)) {
            writer.Key("latitude");
            writer.Double(*party.latitude);
            writer.Key("longitude");
            writer.Double(*party.longitude);
        }
        writer.EndObject();
    }
    writer.EndArray();
}

void put(JsonWriter& writer, const Event& event) {
    writer.StartObject();
    put(writer, "what", event.what);
    put_if_any(writer, "class", event.label);
    put(writer, "status", event.status);
    put_if_any(writer, "speaker", event.speaker);
    put(writer, "who", event.who);
    put(writer, "whom", event.whom);
    put(writer, "where", event.where);
    put(writer, "start", event.span.start);
    put(writer, "end", event.span.end);
    if (event.in_what.end > event.in_what.start) {
        put(writer, "in_what", event.in_what);
    }
    writer.EndObject();
}

void put(JsonWriter& writer, const std::vector<Event>& events) {
    writer.Key("events");
    writer.StartArray();
    for (const Event& event : events) {
        put(writer, event);
    }
    writer.EndArray();
}

void put(JsonWriter& writer, const Source& source) {
    writer.StartObject();
    put(writer, "document", source.document);
    put(writer, "line", source.line);
    put_if_any(writer, "source", source.source);
    put_if_any(writer, "title", source.title);
    put_if_any(writer, "published", source.published);
    put(writer, "sentence", source.sentence);
    put(writer, "start", source.span.start);
    put(writer, "end", source.span.end);
    if (source.time.end > source.time.start) {
        put(writer, "time", source.time);
    }
    if (source.summary_rank > 0) {
        put(writer, "summary_rank", static_cast<std::uint64_t>(source.summary_rank));
    }
    writer.EndObject();
}

void put(JsonWriter& writer, const std::vector<Source>& sources) {
    writer.Key("sources");
    writer.StartArray();
    for (const Source& source : sources) {
        put(writer, source);
    }
    writer.EndArray();
}

void put(JsonWriter& writer, const std::vector<OtherDate>& dates) {
    writer.Key("other_dates");
    writer.StartArray();
    for (const OtherDate& date : dates) {
        writer.StartObject();
        put(writer, "begin", iso_day(date.begin));
        put(writer, "finish", iso_day(date.finish));
        put(writer, "expression", date.expression);
        put(writer, "source_count", date.source_count);
        put(writer, date.sources);
        writer.EndObject();
    }
    writer.EndArray();
}

void put_told(JsonWriter& writer, const Report& report) {
    put(writer, "what", report.what);
    put(writer, "who", report.who);
    put(writer, "where", report.where);
    if (!report.events.empty()) {
        put(writer, report.events);
    }
}

void put_sources(JsonWriter& writer, const Entry& entry) {
    put(writer, "source_count", entry.source_count);
    put(writer, entry.sources);
}

}  // namespace

std::string json_head(const std::map<std::string, std::string>& made_by) {
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    writer.StartObject();
    for (const auto& [layer, producer] : made_by) {
        put(writer, layer.c_str(), producer);
    }
    writer.EndObject();
    return "{\"format\":\"attache-timeline\",\"version\":1,\"made_by\":" + text_of(buffer) + ",\n\"entries\":[";
}

std::string json_entry(const Entry& entry, std::uint64_t number) {
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    const Report& first = entry.first;
    writer.StartObject();
    put(writer, "id", std::string("t").append(std::to_string(number)));
    put(writer, "begin", iso_day(first.begin));
    put(writer, "finish", iso_day(first.finish));
    put(writer, "precision", name_of(first.precision));
    put(writer, "value", first.value);
    put_if_any(writer, "mod", first.mod);
    put(writer, "expression", first.expression);
    put_if_any(writer, "anchor", first.anchor);
    put_told(writer, first);
    if (entry.date_rank > 0) {
        put(writer, "date_rank", entry.date_rank);
    }
    put_sources(writer, entry);
    if (!entry.other_dates.empty()) {
        put(writer, entry.other_dates);
    }
    writer.EndObject();
    return (number == 1 ? "\n" : ",\n") + text_of(buffer);
}

std::string json_unresolved(const Unresolved& unresolved, bool is_first) {
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    writer.StartObject();
    put(writer, "expression", unresolved.expression);
    put(writer, "reason", unresolved.reason);
    put(writer, "what", unresolved.what);
    writer.Key("source");
    put(writer, unresolved.source);
    writer.EndObject();
    return (is_first ? "\n" : ",\n") + text_of(buffer);
}

std::string json_undated(const Entry& entry, bool is_first) {
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    writer.StartObject();
    put_told(writer, entry.first);
    put_sources(writer, entry);
    writer.EndObject();
    return (is_first ? "\n" : ",\n") + text_of(buffer);
}

std::string json_undated_head() {
    return "\n],\n\"undated\":[";
}

std::string json_unresolved_head() {
    return "\n],\n\"unresolved\":[";
}

std::string json_tail(std::uint64_t undated) {
    return "\n],\n\"undated_count\":" + std::to_string(undated) + "}\n";
}

}  // namespace timeline
