// Which events of a sentence are told under which date.
#include "dated_events.h"

#include <algorithm>

#include "governing_date.h"

namespace timeline {

namespace {

void add(std::vector<DatedEvents>& groups, const TimeExpression& time, const EventClause& event) {
    auto group = std::find_if(groups.begin(), groups.end(), [&](const DatedEvents& other) {
        return other.time.begin == time.begin && other.time.finish == time.finish;
    });
    if (group == groups.end()) {
        group = groups.insert(groups.end(), {time, {}});
    }
    group->events.push_back(&event);
}

void put_known_first(DatedEvents& group) {
    const auto known = [](const EventClause* event) { return !event->label.empty(); };
    const auto last = std::stable_partition(group.events.begin(), group.events.end(), known);
    std::stable_partition(group.events.begin(), last, [](const EventClause* event) { return !event->is_courtesy; });
}

}  // namespace

bool suits(const TimeExpression& time, const EventClause& event, std::optional<std::int64_t> published) {
    if (!published) {
        return true;
    }
    return event.status == "fact" ? *time.begin <= *published : event.status != "plan" || *time.finish > *published;
}

DatedEvents events_told_under(const TimeExpression& time, const Sentence& sentence,
                              std::optional<std::int64_t> published) {
    DatedEvents told{time, {}};
    for (const EventClause& event : sentence.events) {
        if (!event.time && suits(time, event, published)) {
            told.events.push_back(&event);
        }
    }
    put_known_first(told);
    return told;
}

std::vector<DatedEvents> dated_events_of(const Sentence& sentence, std::string_view text, std::size_t body,
                                         std::optional<std::int64_t> published) {
    std::vector<DatedEvents> groups;
    const TimeExpression* governing = governing_date(sentence, text, body);
    bool is_open = false;
    for (const EventClause& event : sentence.events) {
        if (event.time && is_on_calendar(*event.time)) {
            add(groups, *event.time, event);
        } else if (event.time && !reason_of(*event.time).empty()) {
            is_open = true;
        } else if (governing != nullptr && suits(*governing, event, published)) {
            add(groups, *governing, event);
        }
    }
    if (groups.empty() && governing != nullptr && !is_open) {
        groups.push_back({*governing, {}});
    }
    std::for_each(groups.begin(), groups.end(), put_known_first);
    return groups;
}

}  // namespace timeline
