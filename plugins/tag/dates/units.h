// Units by name, and lengths of time as TIMEX3 writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calendar.h"

namespace dates {

/// "day", "week" … in the order of Unit.
std::optional<Unit> unit_named(std::string_view name);

/// "P3Y" from "3" and years; "PXW" from "X" and weeks.
std::string duration_value(std::string_view number, Unit unit);

}  // namespace dates
