// What happened, who took part in it and where, as entries of the timeline tell it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace timeline {

/// A range in code points.
struct Range {
    std::uint64_t start = 0;
    std::uint64_t end = 0;
};

struct Party {
    std::string name;
    std::string type;
    std::string entity_id;
    std::optional<double> latitude;  ///< of a linked city, in degrees
    std::optional<double> longitude;
};

inline bool has_position(const Party& party) {
    return party.latitude && party.longitude;
}

struct Event {
    std::string what;          ///< the clause that tells it, readable on its own
    std::string label;         ///< PLOVER class; empty if none is sure enough
    std::string status;        ///< "fact", "plan", "claim", "denial"
    std::string speaker;       ///< of a claim or a denial; empty if nobody is named
    bool is_courtesy = false;  ///< thanks, congratulations, condolences, greetings
    std::vector<Party> who;
    std::vector<Party> whom;
    std::vector<Party> where;
    Range span;     ///< of the clause
    Range in_what;  ///< of the clause in the report's `what`, if that tells of other events too and is not very long
};

/// True if the classes that the events of two reports have are all of different kinds (talks, friendly, hostile,
/// violent), or if only one of the reports denies: then they do not tell of the same.
bool differ(const std::vector<Event>& a, const std::vector<Event>& b);

/// Whether an event of each has the same parties in the same roles, however the sentences order their names.
bool share_roles(const std::vector<Event>& a, const std::vector<Event>& b);

}  // namespace timeline
