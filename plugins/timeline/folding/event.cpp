// Whether two reports can tell of the same event.
#include "event.h"

#include <algorithm>
#include <string_view>

namespace timeline {

namespace {

bool deny(const std::vector<Event>& events) {
    return std::any_of(events.begin(), events.end(), [](const Event& event) { return event.status == "denial"; });
}

bool have_a_class(const std::vector<Event>& events) {
    return std::any_of(events.begin(), events.end(), [](const Event& event) { return !event.label.empty(); });
}

/// An accord that is signed is agreed on and supported.
std::string_view kind_of(const Event& event) {
    return event.label == "SUPPORT" || event.label == "COOPERATE" ? std::string_view("AGREE") : event.label;
}

bool share_a_class(const std::vector<Event>& a, const std::vector<Event>& b) {
    return std::any_of(a.begin(), a.end(), [&](const Event& one) {
        return !one.label.empty() &&
               std::any_of(b.begin(), b.end(), [&](const Event& other) { return kind_of(other) == kind_of(one); });
    });
}

}  // namespace

bool differ(const std::vector<Event>& a, const std::vector<Event>& b) {
    return (!a.empty() && !b.empty() && deny(a) != deny(b)) ||
           (have_a_class(a) && have_a_class(b) && !share_a_class(a, b));
}

}  // namespace timeline
