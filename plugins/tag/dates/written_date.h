// Dates that are one word of digits: 2024-05-20, 20/5/2024, 20.5.24, 2024-W21.
#pragma once

#include "answer.h"
#include "reading.h"

namespace dates {

/// Fills the answer with the date in the slot `written`, or says why there is none.
void interpret_written(const Reading& reading, const Situation& situation, const Place& place, Answer& answer);

}  // namespace dates
