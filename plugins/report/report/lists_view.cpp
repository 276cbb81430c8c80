// What stayed open or outside.
#include "lists_view.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <stdexcept>

#include "pages/calendar_words.h"
#include "pages/html.h"

namespace report {

namespace {

constexpr std::size_t longest_context = 320;

std::string item_html(const Article& article, const TimeExpression& time, bool is_shown, const Parts& parts) {
    const std::uint64_t sentence = sentence_at(article, time.start);
    const std::string expression = in_brief(article.text.substr(time.start, time.end - time.start), 120);
    std::string context;
    if (sentence > 0) {
        const Sentence& span = article.sentences[sentence - 1];
        context = in_brief(article.text.substr(span.start, span.end - span.start), longest_context);
    }
    const std::string link =
        is_shown && sentence > 0
            ? parts.fill("unresolved-link", {{"anchor", sentence_anchor(article.number, sentence)}})
            : std::string();
    return parts.fill("unresolved-item",
                      {{"expression", expression}, {"reason", time.unresolved}, {"context", context}, {"link", link}});
}

std::string field(const rapidjson::Document& record, const char* key) {
    const auto found = record.FindMember(key);
    return found != record.MemberEnd() && found->value.IsString()
               ? in_brief({found->value.GetString(), found->value.GetStringLength()}, 600)
               : std::string();
}

}  // namespace

std::size_t count_unresolved(const Article& article) {
    return static_cast<std::size_t>(std::count_if(article.times.begin(), article.times.end(),
                                                  [](const TimeExpression& time) { return !time.unresolved.empty(); }));
}

std::string unresolved_html(const Article& article, std::size_t most, bool is_shown, const Parts& parts) {
    std::string items;
    std::size_t listed = 0;
    for (const TimeExpression& time : article.times) {
        if (!time.unresolved.empty() && listed < most) {
            items += item_html(article, time, is_shown, parts);
            ++listed;
        }
    }
    const std::string title = in_brief(heading_of(article), 300);
    const std::string number = std::to_string(article.number);
    const std::string heading =
        parts.fill(is_shown ? "unresolved-heading-link" : "unresolved-heading", {{"title", title}, {"number", number}});
    const std::string why = article.published.empty()
                                ? parts.fill("unresolved-without-publication")
                                : parts.fill("unresolved-published", {{"date", iso_in_words(article.published)}});
    return parts.fill("unresolved", {{"heading", heading}, {"why", why}, {"items", items}});
}

Rejected rejected_of(std::string_view jsonl, std::size_t most, const Parts& parts) {
    Rejected rejected;
    while (!jsonl.empty()) {
        const std::string_view line = jsonl.substr(0, jsonl.find('\n'));
        jsonl.remove_prefix(std::min(line.size() + 1, jsonl.size()));
        if (line.empty() || ++rejected.all > most) {
            continue;
        }
        rapidjson::Document record;
        record.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(line.data(), line.size());
        if (record.HasParseError() || !record.IsObject()) {
            throw std::runtime_error("line " + std::to_string(rejected.all) +
                                     " of rejected.jsonl is not a JSON object");
        }
        const std::string source = field(record, "source");
        rejected.html += parts.fill("rejected-row", {{"source", source.empty() ? field(record, "id") : source},
                                                     {"stage", field(record, "stage")},
                                                     {"plugin", field(record, "plugin")},
                                                     {"reason", field(record, "reason")}});
    }
    return rejected;
}

std::string colophon_html(const std::map<std::string, std::string>& made_by, const Parts& parts) {
    std::string rows;
    for (const auto& [layer, producer] : made_by) {
        const std::size_t space = producer.rfind(' ');
        rows += parts.fill("colophon-row",
                           {{"layer", layer},
                            {"plugin", std::string_view(producer).substr(0, space)},
                            {"version", space == producer.npos ? "" : std::string_view(producer).substr(space + 1)}});
    }
    return rows;
}

}  // namespace report
