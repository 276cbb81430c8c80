// Events in words.
#include "event_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "folding/comparison.h"

namespace timeline {

namespace {

std::string joined(const std::vector<Event>& events, std::string Event::*member) {
    std::vector<std::string_view> seen;
    std::string text;
    for (const Event& event : events) {
        const std::string& value = event.*member;
        if (!value.empty() && std::find(seen.begin(), seen.end(), value) == seen.end()) {
            seen.push_back(value);
            text += (text.empty() ? "" : "; ") + value;
        }
    }
    return text;
}

std::string names_of(const std::vector<Party>& parties) {
    std::string names;
    for (const Party& party : parties) {
        names += (names.empty() ? "" : ", ") + party.name;
    }
    return names;
}

std::string mark_of(const Event& event) {
    return event.status == "plan"     ? "Plan: "
           : event.status == "claim"  ? "Claim: "
           : event.status == "denial" ? "Denial: "
                                      : "";
}

}  // namespace

std::string classes_of(const Report& report) {
    return joined(report.events, &Event::label);
}

std::string statuses_of(const Report& report) {
    return joined(report.events, &Event::status);
}

std::string headline_of(const Report& report, std::size_t most_bytes) {
    if (report.events.empty()) {
        return shorten(report.what, most_bytes);
    }
    const Event& event = report.events.front();
    return mark_of(event) + shorten(report.what.size() <= most_bytes ? report.what : event.what, most_bytes);
}

std::string in_words(const Event& event) {
    std::string text = event.label.empty() ? event.status : event.label + ", " + event.status;
    text += event.speaker.empty() ? "" : " by " + event.speaker;
    const std::string who = names_of(event.who);
    const std::string whom = names_of(event.whom);
    text += who.empty() && whom.empty() ? "" : ": " + who;
    return text + (whom.empty() ? "" : (who.empty() ? "→ " : " → ") + whom);
}

}  // namespace timeline
