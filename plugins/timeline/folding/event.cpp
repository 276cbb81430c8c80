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

/// One deed is told with classes near each other: an accord as agreed on or supported, a recall of an envoy as a
/// sanction or a protest. So only classes of different kinds tell deeds apart.
std::string_view kind_of(const Event& event) {
    constexpr std::string_view violent[] = {"ASSAULT", "MOBILIZE"};
    constexpr std::string_view hostile[] = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "PROTEST", "COERCE"};
    const auto among = [&](const auto& labels) {
        return std::find(std::begin(labels), std::end(labels), event.label) != std::end(labels);
    };
    return event.label == "CONSULT" ? "talks" : among(violent) ? "violent" : among(hostile) ? "hostile" : "friendly";
}

bool share_a_class(const std::vector<Event>& a, const std::vector<Event>& b) {
    return std::any_of(a.begin(), a.end(), [&](const Event& one) {
        return !one.label.empty() && std::any_of(b.begin(), b.end(), [&](const Event& other) {
            return !other.label.empty() && kind_of(other) == kind_of(one);
        });
    });
}

}  // namespace

bool differ(const std::vector<Event>& a, const std::vector<Event>& b) {
    return (!a.empty() && !b.empty() && deny(a) != deny(b)) ||
           (have_a_class(a) && have_a_class(b) && !share_a_class(a, b));
}

bool share_roles(const std::vector<Event>& a, const std::vector<Event>& b) {
    const auto same = [](const std::vector<Party>& one, const std::vector<Party>& other) {
        return !one.empty() && std::equal(one.begin(), one.end(), other.begin(), other.end(),
                                          [](const Party& x, const Party& y) { return x.name == y.name; });
    };
    return std::any_of(a.begin(), a.end(), [&](const Event& one) {
        return std::any_of(b.begin(), b.end(), [&](const Event& other) {
            return one.label == other.label && same(one.who, other.who) && same(one.whom, other.whom);
        });
    });
}

}  // namespace timeline
