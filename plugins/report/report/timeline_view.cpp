// The timeline of the page, from timeline.json.
#include "timeline_view.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "entity_view.h"
#include "event_view.h"
#include "json_values.h"
#include "json_walk.h"
#include "let_go.h"
#include "pages/calendar_words.h"
#include "pages/html.h"
#include "source_view.h"

namespace report {

namespace {

using rapidjson::Value;

DatedInterval date_of(const Value& entry) {
    const auto begin = day_from_iso(text(entry, "begin"));
    const auto finish = day_from_iso(text(entry, "finish"));
    if (!begin || !finish) {
        throw std::runtime_error("timeline.json has an entry without begin and finish");
    }
    return {*begin, *finish, text(entry, "precision"), text(entry, "value"), text(entry, "mod")};
}

/// Dates that contradict the entry's, each with those who give it.
std::string other_dates_html(const Value& entry, std::uint64_t shown_documents, const Parts& parts) {
    std::string html;
    for (const Value* other : objects(entry, "other_dates")) {
        const std::string_view begin = text(*other, "begin");
        const std::string_view finish = text(*other, "finish");
        const std::string date = iso_in_words(begin) + (begin == finish ? "" : " – " + iso_in_words(finish));
        html += parts.fill("entry-other-date", {{"expression", in_brief(text(*other, "expression"), 120)},
                                                {"begin", begin},
                                                {"date", date},
                                                {"sources", sources_html(*other, shown_documents, parts)}});
    }
    return html;
}

std::string entry_html(const Value& entry, const EntityTable& entities, std::uint64_t shown_documents,
                       const Parts& parts) {
    const DatedInterval date = date_of(entry);
    const std::string_view anchor = text(entry, "anchor");
    const std::string_view expression = text(entry, "expression");
    const std::string counted =
        anchor.empty() ? std::string() : parts.fill("entry-anchor", {{"anchor", anchor_in_words(anchor)}});
    const std::string basis =
        expression.empty()
            ? parts.fill("entry-opening", {{"anchor", anchor_in_words(anchor)}})
            : parts.fill("entry-dated", {{"expression", in_brief(expression, 120)}, {"anchor", counted}});
    const bool one_day = date.begin == date.finish;
    return parts.fill("entry", {{"id", text(entry, "id")},
                                {"begin", text(entry, "begin")},
                                {"date", in_words(date)},
                                {"detail", detail_in_words(date)},
                                {"precision", one_day ? std::string_view("day") : date.precision},
                                {"events", events_html(objects(entry, "events"), parts)},
                                {"what", what_html(entry, parts)},
                                {"chips", parties_html(entry, entities, parts)},
                                {"basis", basis},
                                {"sources", sources_html(entry, shown_documents, parts)},
                                {"other_dates", other_dates_html(entry, shown_documents, parts)}});
}

}  // namespace

Timeline::Timeline(JsonWalk& walk, std::size_t most_entries) {
    // Sources first, then the earlier entry: what is least by this order leaves when there are too many.
    using Rank = std::pair<std::uint64_t, std::int64_t>;
    std::map<Rank, Item> best;
    while (const auto item = walk.next_element()) {
        ++all_;
        const rapidjson::Document entry = parse(*item);
        const Rank rank{std::max(number(entry, "source_count"), std::uint64_t{1}), -static_cast<std::int64_t>(all_)};
        best.emplace(rank,
                     Item{group_of(date_of(entry)), *item, walk.around(*item), kinds_of(objects(entry, "events"))});
        if (best.size() > most_entries) {
            best.erase(best.begin());
        }
    }
    std::vector<std::pair<std::int64_t, Item>> in_order;
    for (auto& [rank, item] : best) {
        in_order.emplace_back(-rank.second, std::move(item));
    }
    std::sort(in_order.begin(), in_order.end(), [](const auto& a, const auto& b) {
        return std::tie(a.second.group, a.first) < std::tie(b.second.group, b.first);
    });
    for (auto& [place, item] : in_order) {
        shown_.push_back(std::move(item));
    }
}

std::string Timeline::months_html(const Parts& parts) const {
    std::vector<std::pair<std::string_view, std::uint64_t>> months;
    std::uint64_t most = 1;
    for (const Item& item : shown_) {
        if (months.empty() || months.back().first != item.group) {
            months.emplace_back(item.group, 0);
        }
        most = std::max(most, ++months.back().second);
    }
    std::string html;
    for (const auto& [group, count] : months) {
        html += parts.fill("month-bar", {{"group", group},
                                         {"name", group_in_words(group)},
                                         {"label", group_in_words(group, true)},
                                         {"count", std::to_string(count)},
                                         {"share", std::to_string(100 * count / most)}});
    }
    return months.size() < 2 ? std::string() : parts.fill("month-bars", {{"bars", html}});
}

void Timeline::count_kinds(std::map<std::string, std::uint64_t>& counts) const {
    for (const Item& item : shown_) {
        for (const std::string& kind : item.kinds) {
            ++counts[kind];
        }
    }
}

void Timeline::write_html(const EntityTable& entities, std::uint64_t shown_documents, const Parts& parts,
                          const Write& write) const {
    if (shown_.empty()) {
        write(parts.fill("no-entries"));
    }
    for (std::size_t i = 0; i < shown_.size(); ++i) {
        const std::string_view group = shown_[i].group;
        if (i == 0 || shown_[i - 1].group != group) {
            write(parts.fill("month-open", {{"group", group}, {"name", group_in_words(group)}}));
        }
        write(entry_html(parse(shown_[i].json), entities, shown_documents, parts));
        let_go(shown_[i].surroundings);
        if (i + 1 == shown_.size() || shown_[i + 1].group != group) {
            write(parts.fill("month-close"));
        }
    }
}

}  // namespace report
