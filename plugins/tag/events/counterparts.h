// The other side of a deed of which the clause names only one.
#pragma once

#include "roles.h"

namespace events {

/// Help whose receiver is named only by its occasion, the phrase before the clause: "After the floods in Kazakhstan,
/// China pledged aid".
void add_occasion(const Reading& reading, const Clause& before, const Trigger& trigger, Roles& roles);

/// Whom a threat is to whose deed the clause after it supposes: "will retaliate if Poland goes ahead". Whom the threat
/// names without a country, an organisation, stays a party too.
void add_condition(const Reading& reading, const Clause& condition, const Trigger& trigger, Roles& roles);

/// Where one side is not named, or only an organisation, and the words of the sentence name one other country, that is
/// taken for the other side. Where something is done counts only for deeds that are done to whoever is there.
void add_counterpart(const Reading& reading, words::Span sentence, const Trigger& trigger, Roles& roles);

}  // namespace events
