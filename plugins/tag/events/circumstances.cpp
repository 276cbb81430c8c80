#include "circumstances.h"

#include <algorithm>

namespace events {

using words::none;
using words::one_of;
using words::Span;

namespace {

std::uint32_t distance(std::uint32_t a, std::uint32_t b) {
    return a > b ? a - b : b - a;
}

}  // namespace

Circumstances::Circumstances(const Reading& reading, const attache::Document& document,
                             const std::vector<Event>& events)
    : reading_(reading), events_(events) {
    const attache::Layer times = document.read("time");
    const auto types = times.texts("type");
    const auto values = times.texts("value");
    for (std::uint32_t row = 0; row < times.size(); ++row) {
        const bool dates = (types[row] == "DATE" || types[row] == "TIME") && !values[row].ends_with("_REF");
        if (dates) {
            dates_.push_back({reading.words.at_byte(times.start(row)), row});
        }
    }
    const attache::Layer entities = document.read("entity");
    const auto kinds = entities.texts("type");
    for (std::uint32_t row = 0; row < entities.size(); ++row) {
        is_place_.push_back(kinds[row] == "LOC");
    }
}

Circumstance Circumstances::of(const Event& event) const {
    return {time_of(event), place_of(event)};
}

std::uint32_t Circumstances::time_of(const Event& event) const {
    const auto within = [&](Span span) {
        const auto first = std::partition_point(dates_.begin(), dates_.end(),
                                                [&](const Date& date) { return date.word < span.first; });
        const auto last =
            std::partition_point(first, dates_.end(), [&](const Date& date) { return date.word < span.last; });
        return std::pair(first, last);
    };
    const auto [first, last] = within(event.clause);
    const auto nearest = std::min_element(first, last, [&](const Date& a, const Date& b) {
        return distance(a.word, event.trigger) < distance(b.word, event.trigger);
    });
    if (nearest != last) {
        return nearest->row;
    }
    const auto [begin, end] = within(reading_.words.sentences()[event.sentence]);
    return end - begin == 1 && !dates_another(event, begin->word) ? begin->row : none;
}

/// "Greece, which seized the ship on Monday, accused Turkey": the one took place on Monday, of the other it is not
/// said.
bool Circumstances::dates_another(const Event& event, std::uint32_t word) const {
    constexpr int most = 8;  // that may reach as far as the date
    const auto later = std::partition_point(events_.begin(), events_.end(), [&](const Event& other) {
        return other.sentence < event.sentence || (other.sentence == event.sentence && other.clause.first <= word);
    });
    int left = most;
    for (auto other = later; other != events_.begin() && left > 0; --left) {
        --other;
        const bool within = other->sentence == event.sentence && word < other->clause.last;
        if (within && other->clause.first != event.clause.first && (other->aside || event.aside)) {
            return true;
        }
    }
    return false;
}

std::uint32_t Circumstances::place_of(const Event& event) const {
    constexpr std::string_view where[] = {"in", "at", "near"};
    std::uint32_t found = none;
    std::uint32_t best = none;
    for (std::uint32_t at = event.clause.first + 1; at < event.clause.last; ++at) {
        const std::uint32_t mention = reading_.words[at].mention;
        const bool begins = mention != none && reading_.words.mentions()[mention].first == at;
        if (!begins || !is_place_[mention] || acts(event, mention)) {
            continue;
        }
        const std::uint32_t before = reading_.lower(at - 1) == "the" && at > 1 ? at - 2 : at - 1;
        if (one_of(reading_.lower(before), where) && distance(at, event.trigger) < best) {
            best = distance(at, event.trigger);
            found = mention;
        }
    }
    return found;
}

bool Circumstances::acts(const Event& event, std::uint32_t mention) const {
    const auto is = [&](std::uint32_t number) {
        return reading_.actors[number].mention == mention && !reading_.actors[number].city &&
               !reading_.actors[number].people;
    };
    return std::any_of(event.roles.sources.begin(), event.roles.sources.end(), is) ||
           std::any_of(event.roles.targets.begin(), event.roles.targets.end(), is);
}

}  // namespace events
