// Who takes part in what a sentence tells, and where it is.
#include "parties.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "comparison.h"

namespace timeline {

namespace {

/// Names that an entry lists as `who`, as `whom` and as `where`.
constexpr std::size_t most_parties = 50;

bool is_country(const Mention& mention) {
    return mention.kind == "country" || mention.kind == "nationality" || mention.entity_id.starts_with("country:");
}

/// "in Kazakhstan" says where; "Kazakhstan said" says who.
bool follows_preposition(std::string_view text, std::size_t start) {
    constexpr std::array<std::string_view, 9> prepositions = {"across", "at",      "in",      "inside",    "into",
                                                              "near",   "outside", "through", "throughout"};
    std::string_view before = text.substr(0, start);
    if (before.ends_with(" the ")) {
        before.remove_suffix(4);
    }
    if (!before.ends_with(' ')) {
        return false;
    }
    before.remove_suffix(1);
    return std::any_of(prepositions.begin(), prepositions.end(), [&](std::string_view word) {
        if (!before.ends_with(word)) {
            return false;
        }
        const std::size_t at = before.size() - word.size();
        return at == 0 || before[at - 1] == ' ' || before[at - 1] == '\n';
    });
}

bool is_same(const Party& a, const Party& b) {
    return a.entity_id == b.entity_id && (!a.entity_id.empty() || a.name == b.name);
}

void add_once(std::vector<Party>& parties, Party party) {
    const bool known =
        std::any_of(parties.begin(), parties.end(), [&](const Party& other) { return is_same(party, other); });
    if (!known && !party.name.empty() && parties.size() < most_parties) {
        parties.push_back(std::move(party));
    }
}

}  // namespace

Party party_of(const Mention& mention, std::string_view text) {
    const std::string_view written = slice(text, mention.span);
    return {fold_space(mention.name.empty() ? written : mention.name), std::string(mention.type),
            std::string(mention.entity_id), mention.latitude, mention.longitude};
}

void add_once(std::vector<Party>& parties, const Mention& mention, std::string_view text) {
    add_once(parties, party_of(mention, text));
}

void add_distinct(std::vector<Event>& events, Event event) {
    const auto same = [](const std::vector<Party>& a, const std::vector<Party>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), is_same);
    };
    const bool known = std::any_of(events.begin(), events.end(), [&](const Event& other) {
        return other.label == event.label && other.status == event.status && same(other.who, event.who) &&
               same(other.whom, event.whom);
    });
    if (!known) {
        events.push_back(std::move(event));
    }
}

void add_parties(const Sentence& sentence, std::size_t body, std::size_t reach, std::string_view text, Report& report) {
    std::vector<Party> dateline_places;
    for (const Mention& mention : sentence.mentions) {
        const bool is_place = mention.type == "LOC";
        if (mention.span.start < body) {
            if (is_place) {
                add_once(dateline_places, mention, text);
            }
        } else if (is_place && (!is_country(mention) || follows_preposition(text, mention.span.start))) {
            if (mention.span.start < reach) {
                add_once(report.where, mention, text);
            }
        } else if (is_country(mention) || mention.type == "PER" || mention.type == "ORG") {
            add_once(report.who, mention, text);
        }
    }
    std::vector<Party> scenes;
    for (const Event& event : report.events) {
        for (const Party& place : event.where) {
            add_once(scenes, place);
        }
    }
    if (!scenes.empty()) {
        report.where = std::move(scenes);
    } else if (report.where.empty()) {
        report.where = std::move(dateline_places);
    }
}

}  // namespace timeline
