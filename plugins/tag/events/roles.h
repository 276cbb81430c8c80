// Who does it and to whom.
#pragma once

#include <cstdint>
#include <vector>

#include "triggers.h"

namespace events {

/// Numbers of actors.
struct Roles {
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    bool linked = true;  ///< the target stands where the lexicon says; false: it is only the next actor that there is
};

Roles roles_of(const Reading& reading, const Clause& clause, const Trigger& trigger);

}  // namespace events
