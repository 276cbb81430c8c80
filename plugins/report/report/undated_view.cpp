// The events without a date, from timeline.json.
#include "undated_view.h"

#include <rapidjson/document.h>

#include "entity_view.h"
#include "event_view.h"
#include "json_values.h"
#include "overview.h"
#include "pages/calendar_words.h"
#include "pages/html.h"
#include "source_view.h"

namespace report {

namespace {

using rapidjson::Value;

/// When the first of the sources told it.
std::string told_in_words(const Value& undated) {
    const std::vector<const Value*> sources = objects(undated, "sources");
    const std::string_view published = sources.empty() ? "" : text(*sources.front(), "published");
    return published.empty() ? "publication date unknown" : "told " + iso_in_words(published);
}

}  // namespace

Undated::Undated(JsonWalk& walk, std::size_t most) {
    while (const auto item = walk.next_element()) {
        if (++listed_ <= most) {
            shown_.push_back(*item);
        }
    }
}

void Undated::count_kinds(std::map<std::string, std::uint64_t>& counts) const {
    for (const std::string_view item : shown_) {
        const rapidjson::Document undated = parse(item);
        for (const std::string& kind : kinds_of(objects(undated, "events"))) {
            ++counts[kind];
        }
    }
}

std::string Undated::html(std::uint64_t all, const EntityTable& entities, std::uint64_t shown_documents,
                          const Parts& parts) const {
    std::string entries;
    for (const std::string_view item : shown_) {
        const rapidjson::Document undated = parse(item);
        entries += parts.fill("undated-event", {{"published", told_in_words(undated)},
                                                {"events", events_html(objects(undated, "events"), parts)},
                                                {"what", what_html(undated, parts)},
                                                {"chips", parties_html(undated, entities, parts)},
                                                {"sources", sources_html(undated, shown_documents, parts)}});
    }
    const std::string cut =
        all > shown() ? parts.fill("undated-cut", {{"shown", grouped(shown())}, {"all", grouped(all)}}) : std::string();
    return entries.empty() ? entries : parts.fill("undated", {{"entries", entries}, {"cut", cut}});
}

}  // namespace report
