#include "within_country.h"

#include "domestic.h"

namespace events {

using words::one_of;

void stay_within(const Reading& reading, Event& event) {
    constexpr std::string_view domestic[] = {"ASSAULT", "COERCE", "PROTEST", "RETREAT", "CONCEDE"};
    const bool acts = any_country(reading, event.roles.sources);
    const ActorList& known = acts ? event.roles.sources : event.roles.targets;
    ActorList& missing = acts ? event.roles.targets : event.roles.sources;
    const bool violent = event.label == "ASSAULT" || event.label == "COERCE";
    if (!one_of(event.label, domestic) || !any_country(reading, known) || any_country(reading, missing) ||
        (!violent && !missing.empty()) || !reading.actors.only_in_text(reading.actors[known.front()].country)) {
        return;
    }
    for (std::uint32_t at = event.clause.first; at < event.clause.last; ++at) {
        if (is_from_abroad(reading, at)) {
            return;
        }
    }
    missing.clear();
    event.roles.own_people = reading.actors[known.front()].words;
    event.roles.own_people_act = !acts;
    event.roles.stays_within = true;
}

}  // namespace events
