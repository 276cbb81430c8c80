// The events without a date, from timeline.json.
#include "undated_view.h"

#include <rapidjson/document.h>

#include "event_view.h"
#include "json_items.h"
#include "json_values.h"
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

Undated::Undated(std::string_view json, std::size_t most) {
    JsonItems items(json, "undated");
    while (const auto item = items.next()) {
        if (++all_ <= most) {
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

std::string Undated::html(std::uint64_t shown_documents, const Parts& parts) const {
    std::string entries;
    for (const std::string_view item : shown_) {
        const rapidjson::Document undated = parse(item);
        entries += parts.fill("undated-event", {{"published", told_in_words(undated)},
                                                {"events", events_html(objects(undated, "events"), parts)},
                                                {"what", in_brief(text(undated, "what"), 900)},
                                                {"sources", sources_html(undated, shown_documents, parts)}});
    }
    if (all_ > shown_.size()) {
        entries += parts.fill("undated-left-out", {{"count", std::to_string(all_ - shown_.size())}});
    }
    return entries.empty() ? entries : parts.fill("undated", {{"entries", entries}});
}

}  // namespace report
