// The sentences that entries of the timeline rest on.
#include "source_view.h"

#include <algorithm>
#include <string_view>

#include "article.h"
#include "json_values.h"
#include "pages/calendar_words.h"
#include "pages/html.h"

namespace report {

namespace {

using rapidjson::Value;

constexpr std::size_t sources_in_sight = 3;
constexpr std::size_t most_sources = 50;

std::string source_html(const Value& source, std::uint64_t shown_documents, const Parts& parts) {
    const std::string_view title = text(source, "title");
    const std::string name = in_brief(title.empty() ? text(source, "document") : title, 200);
    const std::string_view published = text(source, "published");
    const std::string when = published.empty() ? "publication date unknown" : iso_in_words(published);
    const std::uint64_t line = number(source, "line");
    if (line == 0 || line > shown_documents) {
        return parts.fill("entry-source-elsewhere", {{"name", name}, {"when", when}, {"line", std::to_string(line)}});
    }
    return parts.fill(
        "entry-source",
        {{"name", name}, {"when", when}, {"anchor", sentence_anchor(line, number(source, "sentence") + 1)}});
}

}  // namespace

std::string sources_html(const Value& entry, std::uint64_t shown_documents, const Parts& parts) {
    std::string in_sight;
    std::string further;
    std::uint64_t listed = 0;
    for (const Value* source : objects(entry, "sources")) {
        if (listed == most_sources) {
            break;
        }
        (listed++ < sources_in_sight ? in_sight : further) += source_html(*source, shown_documents, parts);
    }
    const std::uint64_t all = std::max(number(entry, "source_count"), listed);
    if (all > listed) {
        further += parts.fill("entry-sources-left-out", {{"count", std::to_string(all - listed)}});
    }
    if (!further.empty()) {
        further = parts.fill("entry-sources-further",
                             {{"count", std::to_string(all - sources_in_sight)}, {"sources", further}});
    }
    return in_sight + further;
}

}  // namespace report
