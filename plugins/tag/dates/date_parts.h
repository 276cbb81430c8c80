// The parts of a date within its year, as an expression gives them.
#pragma once

#include <cstdint>
#include <optional>

#include "calendar.h"
#include "reading.h"

namespace dates {

/// What the slot holds, or 0.
std::int64_t number_in(const Reading& reading, Slot slot);

/// The unit that the slots name within a year; empty if they name none.
std::optional<Unit> part_of_year(const Reading& reading);

/// That part of this year; empty if the year has none such (30 February, week 53).
std::optional<Period> in_year(const Reading& reading, Unit unit, std::int64_t year);

}  // namespace dates
