// Deeds for which somebody met or called another: "flew to Warsaw to thank Poland".
#pragma once

#include <cstdint>
#include <optional>

#include "roles.h"

namespace events {

/// What an infinitive after a trigger of CONSULT or ACCUSE says was told to whom.
struct Purpose {
    Trigger trigger;
    Roles roles;
};

/// None unless the lexicon knows the infinitive as a deed of words. `met` are the roles of `trigger`, whose source does
/// it too; its targets are meant by a pronoun ("telephoned Mr Putin to urge him") and where none is named.
std::optional<Purpose> purpose_of(const Reading& reading, const Clause& clause, const Trigger& trigger,
                                  const Roles& met);

}  // namespace events
