// Whether an expression looks back or ahead: by its own words ("last", "next", "since"), else by the verbs around it.
#pragma once

#include "answer.h"
#include "choice.h"
#include "reading.h"

namespace dates {

Direction direction_of(const Reading& reading, const Place& place);

}  // namespace dates
