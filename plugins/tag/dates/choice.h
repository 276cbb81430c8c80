// Which of the days, months or quarters of one name is meant: the last one, the next one, the nearest one.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "calendar.h"

namespace dates {

enum class Direction : std::uint8_t {
    Nearest,
    Past,    ///< at the reference or before
    Future,  ///< at the reference or after
    Before,  ///< wholly before
    After,   ///< wholly after
    Same,    ///< in the same year or week
};

/// Of the periods that `make` gives for the years around `year`, the one that lies in this direction from the
/// reference, and of these the nearest.
std::optional<Period> choose(const std::function<std::optional<Period>(std::int64_t)>& make, std::int64_t year,
                             const Period& reference, Direction direction);

/// The day of this weekday (ISO number) in this direction from the reference.
CalendarDay choose_weekday(std::int64_t weekday, CalendarDay reference, Direction direction);

}  // namespace dates
