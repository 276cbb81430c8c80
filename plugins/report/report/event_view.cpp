// The events of timeline entries.
#include "event_view.h"

#include <algorithm>
#include <array>
#include <attache/utf8.hpp>
#include <string_view>
#include <utility>

#include "json_values.h"
#include "pages/html.h"

namespace report {

namespace {

using rapidjson::Value;

constexpr std::size_t longest_what = 900;

struct Kind {
    std::string_view name;
    std::string_view gloss;
};

/// The classes of PLOVER in short.
constexpr std::array<Kind, 16> classes = {{{"AGREE", "agrees or promises to do something"},
                                           {"CONSULT", "meets, visits, talks"},
                                           {"SUPPORT", "praises, backs, signs accords"},
                                           {"COOPERATE", "works together: trade, troops, courts"},
                                           {"AID", "gives aid"},
                                           {"CONCEDE", "gives way, eases what it did"},
                                           {"RETREAT", "withdraws, releases, lifts measures"},
                                           {"REQUEST", "asks or demands"},
                                           {"ACCUSE", "criticises, accuses, investigates"},
                                           {"REJECT", "refuses"},
                                           {"THREATEN", "threatens"},
                                           {"PROTEST", "demonstrates, protests"},
                                           {"MOBILIZE", "readies or moves forces"},
                                           {"SANCTION", "imposes sanctions, reduces relations"},
                                           {"COERCE", "represses, arrests, seizes"},
                                           {"ASSAULT", "uses force"}}};

constexpr std::array<Kind, 4> statuses = {{{"fact", "told as having happened"},
                                           {"plan", "still to come"},
                                           {"claim", "said by somebody, not by the article"},
                                           {"denial", "denied by somebody"}}};

std::string names_of(const Value& event, const char* role) {
    std::string names;
    for (const Value* party : objects(event, role)) {
        names += names.empty() ? "" : ", ";
        names += text(*party, "name");
    }
    return names;
}

std::string kind_html(std::string_view name, const Parts& parts) {
    const auto known =
        std::find_if(classes.begin(), classes.end(), [&](const Kind& kind) { return kind.name == name; });
    const std::string_view gloss = known == classes.end() ? std::string_view() : known->gloss;
    return name.empty() ? std::string() : parts.fill("event-class", {{"name", name}, {"gloss", gloss}});
}

std::string status_html(const Value& event, const Parts& parts) {
    const std::string_view status = text(event, "status");
    const std::string_view speaker = text(event, "speaker");
    const std::string_view word = status == "plan"     ? "Plan"
                                  : status == "claim"  ? "Claim"
                                  : status == "denial" ? "Denial"
                                                       : std::string_view();
    if (word.empty()) {
        return {};
    }
    const std::string by = speaker.empty() ? std::string() : " by " + in_brief(speaker, 120);
    return parts.fill("event-status", {{"name", status}, {"word", word}, {"by", by}});
}

}  // namespace

std::string events_html(const std::vector<const Value*>& events, const Parts& parts) {
    std::string lines;
    for (const Value* event : events) {
        const std::string who = names_of(*event, "who");
        const std::string whom = names_of(*event, "whom");
        const std::string arrow = whom.empty() ? "" : who.empty() ? "→ " : " → ";
        lines += parts.fill("event", {{"status", status_html(*event, parts)},
                                      {"class", kind_html(text(*event, "class"), parts)},
                                      {"kind", text(*event, "status")},
                                      {"what", in_brief(text(*event, "what"), 300)},
                                      {"roles", in_brief(who, 200) + arrow + in_brief(whom, 200)}});
    }
    return lines.empty() ? lines : parts.fill("events", {{"events", lines}});
}

std::string what_html(const Value& entry, const Parts& parts) {
    const std::string what = in_brief(text(entry, "what"), longest_what);
    const attache::utf8::CodePoints points(what);
    const std::uint64_t most = points.at(what.size());
    std::vector<std::pair<std::size_t, std::size_t>> clauses;
    for (const Value* event : objects(entry, "events")) {
        if (const auto range = event->FindMember("in_what"); range != event->MemberEnd() && range->value.IsObject()) {
            const auto offset = [&](const char* key) {
                return points.offset_of(std::min(most, number(range->value, key)));
            };
            clauses.emplace_back(offset("start"), offset("end"));
        }
    }
    std::sort(clauses.begin(), clauses.end());
    std::string html;
    std::size_t at = 0;
    for (const auto& [start, end] : clauses) {
        if (start >= at && end > start) {
            html += escape(std::string_view(what).substr(at, start - at));
            html += parts.fill("clause", {{"clause", what.substr(start, end - start)}});
            at = end;
        }
    }
    return html + escape(std::string_view(what).substr(at));
}

std::vector<std::string> kinds_of(const std::vector<const Value*>& events) {
    std::vector<std::string> kinds;
    for (const Value* event : events) {
        for (const char* key : {"class", "status"}) {
            const std::string_view kind = text(*event, key);
            if (!kind.empty() && std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
                kinds.emplace_back(kind);
            }
        }
    }
    return kinds;
}

std::string event_filter_html(const std::map<std::string, std::uint64_t>& counts, const Parts& parts) {
    const auto links = [&](const auto& kinds) {
        std::string html;
        for (const Kind& kind : kinds) {
            if (const auto found = counts.find(std::string(kind.name)); found != counts.end()) {
                html +=
                    parts.fill("event-filter-link",
                               {{"name", kind.name}, {"gloss", kind.gloss}, {"count", std::to_string(found->second)}});
            }
        }
        return html;
    };
    return counts.empty() ? std::string()
                          : parts.fill("event-filter", {{"statuses", links(statuses)}, {"classes", links(classes)}});
}

}  // namespace report
