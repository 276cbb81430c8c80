// Who does it and to whom.
#pragma once

#include "complements.h"

namespace events {

struct Roles {
    ActorList sources;
    ActorList targets;
    words::Span own_people;       ///< those of the first source's country that it acts on: "protesters"; empty if none
    bool own_people_act = false;  ///< instead they act on the first target, of whose country they are
    bool stays_within = false;    ///< the target named is of the source's country too
    bool linked = true;  ///< the target stands where the lexicon says; false: it is only the next actor that there is
};

Roles roles_of(const Reading& reading, const Clause& clause, const Trigger& trigger);

}  // namespace events
