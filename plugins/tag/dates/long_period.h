// Decades and centuries.
#pragma once

#include "answer.h"
#include "reading.h"

namespace dates {

/// Fills the answer with the decade or century that the reading gives, or says why there is none.
void interpret_long_period(const Reading& reading, const Situation& situation, const Place& place, Answer& answer);

}  // namespace dates
