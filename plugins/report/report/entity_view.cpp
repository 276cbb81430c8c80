// Who and what: the entities of the page, by type.
#include "entity_view.h"

#include <array>
#include <utility>

#include "json_values.h"

namespace report {

namespace {

constexpr std::size_t rows_in_sight = 12;

/// Class in the style sheet, and the heading of the group.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> groups = {
    {{"per", "People"}, {"loc", "Countries and places"}, {"org", "Organisations"}, {"misc", "Other names"}}};

std::string places_html(const Entity& entity, std::uint64_t shown_documents, const Parts& parts) {
    std::string places;
    std::uint64_t listed = 0;
    for (const Place& place : entity.places) {
        if (place.document > shown_documents) {
            break;
        }
        const std::string anchor =
            place.sentence > 0 ? sentence_anchor(place.document, place.sentence) : document_anchor(place.document);
        places += parts.fill("entity-place", {{"anchor", anchor}, {"number", std::to_string(place.document)}});
        ++listed;
    }
    if (entity.documents > listed) {
        places += parts.fill("entity-more", {{"count", std::to_string(entity.documents - listed)}});
    }
    return places;
}

std::string row_html(const Entity& entity, std::uint64_t shown_documents, const Parts& parts) {
    return parts.fill("entity", {{"key", entity_anchor(entity.key)},
                                 {"name", entity.name},
                                 {"kind", entity.kind},
                                 {"documents", std::to_string(entity.documents)},
                                 {"mentions", std::to_string(entity.mentions)},
                                 {"places", places_html(entity, shown_documents, parts)}});
}

std::string chip_html(const rapidjson::Value& party, const EntityTable& table, const Parts& parts) {
    const std::string_view type = text(party, "type");
    const std::string_view entity_id = text(party, "entity_id");
    const std::string_view name = text(party, "name");
    const std::string key = entity_key(type, entity_id, name);
    const std::string_view part = table.holds(key) ? "chip-link" : "chip";
    const std::string_view colour = entity_id.starts_with("country:") ? "loc" : type_class(type);
    return parts.fill(part, {{"class", colour}, {"key", entity_anchor(key)}, {"name", name}});
}

}  // namespace

std::string entities_html(const EntityTable& table, std::uint64_t shown_documents, const Parts& parts) {
    std::string html;
    for (const auto& [type, heading] : groups) {
        std::string in_sight;
        std::string further;
        std::size_t rows = 0;
        for (const Entity* entity : table.entities()) {
            if (type_class(entity->type) == type) {
                (rows++ < rows_in_sight ? in_sight : further) += row_html(*entity, shown_documents, parts);
            }
        }
        if (rows == 0) {
            continue;
        }
        if (!further.empty()) {
            further =
                parts.fill("entities-further",
                           {{"count", std::to_string(rows - rows_in_sight)}, {"type", heading}, {"rows", further}});
        }
        html +=
            parts.fill("entities", {{"class", type}, {"heading", heading}, {"rows", in_sight}, {"further", further}});
    }
    return html.empty() ? parts.fill("no-entities") : html;
}

std::string parties_html(const rapidjson::Value& entry, const EntityTable& table, const Parts& parts) {
    std::string html;
    for (const char* role : {"who", "where"}) {
        std::string chips;
        for (const rapidjson::Value* party : objects(entry, role)) {
            chips += chip_html(*party, table, parts);
        }
        if (!chips.empty()) {
            html += parts.fill(role, {{"chips", chips}});
        }
    }
    return html.empty() ? html : parts.fill("parties", {{"parties", html}});
}

std::string_view type_class(std::string_view type) {
    return type == "PER" ? "per" : type == "LOC" ? "loc" : type == "ORG" ? "org" : "misc";
}

}  // namespace report
