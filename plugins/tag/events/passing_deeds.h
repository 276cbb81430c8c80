// Deeds that a clause tells by a noun beside its own: "in protest at the detention of two Canadians".
#pragma once

#include <string_view>
#include <vector>

#include "roles.h"

namespace events {

struct PassingDeed {
    Trigger trigger;
    Roles roles;
};

/// Nouns of violent deeds, coercion and sanctions whose own words name both sides. Where the deed of the clause,
/// which has the class `label` and is between `told`, complains of what was done to the source, the other side did it.
std::vector<PassingDeed> deeds_in_passing(const Reading& reading, const Clause& clause, std::string_view label,
                                          const Roles& told);

}  // namespace events
