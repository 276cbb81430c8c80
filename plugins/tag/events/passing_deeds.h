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

/// Whether a deed of the class may complain of another.
bool complains(std::string_view label);

/// Nouns of violent deeds, coercion and sanctions whose own words name both sides. `complaint`: between whom
/// the clause complains, null if it does not; what is done to the source of that, the other side did.
std::vector<PassingDeed> deeds_in_passing(const Reading& reading, const Clause& clause, const Roles* complaint);

}  // namespace events
