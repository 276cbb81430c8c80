#include "courtesies.h"

#include <algorithm>

namespace timeline {

namespace {

/// Those who act and are acted on.
std::vector<Term> parties_of(const Event& event) {
    std::vector<Term> names;
    for (const std::vector<Party>* parties : {&event.who, &event.whom}) {
        for (const Party& party : *parties) {
            names.push_back(term_of_name(party.name));
        }
    }
    make_unique(names);
    return names;
}

bool has_courtesy(const Entry& entry) {
    return std::any_of(entry.first.events.begin(), entry.first.events.end(),
                       [](const Event& event) { return event.is_courtesy; });
}

}  // namespace

void leave_out_courtesies(std::vector<Entry>& entries) {
    if (std::none_of(entries.begin(), entries.end(), has_courtesy)) {
        return;
    }
    std::vector<std::vector<Term>> deeds;  // the parties of each
    for (const Entry& entry : entries) {
        for (const Event& event : entry.first.events) {
            if (!event.is_courtesy) {
                deeds.push_back(parties_of(event));
            }
        }
    }
    const auto is_beside_a_deed = [&](const Event& event) {
        if (!event.is_courtesy) {
            return false;
        }
        const std::vector<Term> parties = parties_of(event);
        return !parties.empty() && std::any_of(deeds.begin(), deeds.end(), [&](const std::vector<Term>& deed) {
            return std::includes(deed.begin(), deed.end(), parties.begin(), parties.end());
        });
    };
    std::erase_if(entries, [&](Entry& entry) {
        return std::erase_if(entry.first.events, is_beside_a_deed) > 0 && entry.first.events.empty();
    });
}

}  // namespace timeline
