// The time of day of an expression.
#pragma once

#include <cstdint>

#include "answer.h"
#include "reading.h"

namespace dates {

/// Makes the answer a TIME if the reading has a clock time, an hour or a part of the day.
void add_time_of_day(const Reading& reading, Answer& answer);

/// Makes the answer a TIME at this time; `second` -1: not given.
void add_clock_time(std::int32_t hour, std::int32_t minute, std::int32_t second, Answer& answer);

}  // namespace dates
