#include "document/json.h"

#include <algorithm>
#include <array>
#include <attache/utf8.hpp>
#include <cmath>
#include <string_view>

#include "document/day.h"
#include "document/json_writer.h"

namespace attache::core {

namespace {

constexpr std::array<std::string_view, 5> main_fields{"id", "source", "title", "published", "language"};

bool is_main_field(std::string_view key) {
    return std::find(main_fields.begin(), main_fields.end(), key) != main_fields.end();
}

/// Writes one value, after its name, if there is one.
void write_value(StringStream& out, std::string_view name, const attache_column& column, std::uint32_t row) {
    switch (column.type) {
        case ATTACHE_REAL:
            if (const double real = static_cast<const double*>(column.values)[row]; std::isfinite(real)) {
                out.put(name);
                out.put_real(real);
            }
            break;
        case ATTACHE_TEXT:
            if (const attache_str text = static_cast<const attache_str*>(column.values)[row]; text.data != nullptr) {
                out.put(name);
                out.put_quoted(borrow(text));
            }
            break;
        case ATTACHE_REF:
            if (const std::uint32_t ref = static_cast<const std::uint32_t*>(column.values)[row];
                ref != ATTACHE_NO_ROW) {
                out.put(name);
                out.put_integer(ref);
            }
            break;
        default:
            if (const std::int64_t value = static_cast<const std::int64_t*>(column.values)[row];
                value != ATTACHE_NO_INT) {
                out.put(name);
                column.type == ATTACHE_DAY ? out.put_quoted(iso_day(value)) : out.put_integer(value);
            }
    }
}

/// Rows are most of what a run writes, and all of a layer have the same names.
void write_layer(JsonWriter& json, const Layer& layer, const utf8::CodePoints& points) {
    std::vector<std::string> names;
    for (const ColumnSchema& column : layer.schema().columns) {
        names.push_back(",\"" + column.name + "\":");
    }
    json.key(layer.schema().json);
    StringStream& out = json.by_hand(rapidjson::kArrayType);
    out.Put('[');
    for (std::uint32_t row = 0; row < layer.rows(); ++row) {
        out.put(row == 0 ? R"({"start":)" : R"(,{"start":)");
        out.put_integer(points.at(layer.start(row)));
        out.put(R"(,"end":)");
        out.put_integer(points.at(layer.end(row)));
        for (std::size_t i = 0; i < names.size(); ++i) {
            write_value(out, names[i], layer.column(i), row);
        }
        out.Put('}');
    }
    out.Put(']');
}

void write_fields(JsonWriter& json, const Document& document) {
    for (const std::string_view key : main_fields) {
        json.key(key);
        const std::string_view value = document.field(key);
        value.data() == nullptr ? void(json.Null()) : json.text(value);
    }
    json.key("fields");
    json.StartObject();
    for (const Field& field : document.fields()) {
        if (!is_main_field(field.key)) {
            json.key(field.key);
            json.text(field.value);
        }
    }
    json.EndObject();
}

void write_reason(JsonWriter& json, const Rejection& rejection) {
    json.member("stage", rejection.stage);
    json.member("plugin", rejection.plugin);
    json.member("reason", rejection.reason);
}

}  // namespace

void write_json(const Document& document, std::string& out) {
    out.reserve(out.size() + 4 * document.text().size());  // as long as most are
    StringStream stream(out);
    JsonWriter json(stream);
    json.StartObject();
    write_fields(json, document);
    json.key("text");
    json.text(document.text());
    const utf8::CodePoints points(document.text());
    for (const Layer& layer : document.layers()) {
        if (!layer.schema().json.empty()) {
            write_layer(json, layer, points);
        }
    }
    json.key("made_by");
    json.StartObject();
    for (const Layer& layer : document.layers()) {
        json.key(layer.schema().json.empty() ? layer.schema().name : layer.schema().json);
        json.text(layer.planned().producer);
    }
    json.EndObject();
    json.key("remarks");
    json.StartArray();
    for (const Remark& remark : document.remarks()) {
        json.text(std::string(remark.plugin) + ": " + std::string(remark.message));
    }
    json.EndArray();
    json.EndObject();
}

void write_json(const Rejection& rejection, std::string& out) {
    StringStream stream(out);
    JsonWriter json(stream);
    json.StartObject();
    json.member("id", rejection.id);
    json.member("source", rejection.source);
    write_reason(json, rejection);
    json.EndObject();
}

void write_json_refusal(const Rejection& rejection, std::string_view verdict, std::string& out) {
    StringStream stream(out);
    JsonWriter json(stream);
    json.StartObject();
    json.member("id", rejection.id);
    json.member("source", rejection.source);
    json.key(verdict);
    json.StartObject();
    write_reason(json, rejection);
    json.EndObject();
    json.EndObject();
}

}  // namespace attache::core
