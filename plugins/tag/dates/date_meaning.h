// The operation "date" of rules.toml: a day, month, year … from its parts, completed from the context.
#pragma once

#include "answer.h"
#include "reading.h"

namespace dates {

/// Fills the answer's period and time of day, or says why there is none.
void interpret_date(const Reading& reading, const Situation& situation, const Place& place, Answer& answer);

}  // namespace dates
