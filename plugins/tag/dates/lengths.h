// Lengths of time ("three years") and what comes again and again ("every Friday"), as TIMEX3 writes them.
#pragma once

#include "answer.h"
#include "reading.h"

namespace dates {

/// Makes the answer a DURATION of what the reading counts.
void interpret_duration(const Reading& reading, Answer& answer);

/// Makes the answer a SET of the weekday, month, … or length that the reading gives.
void interpret_set(const Reading& reading, Answer& answer);

}  // namespace dates
