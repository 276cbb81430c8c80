// Days as precisely as they are known: "2024", "2024-05", "2024-05-20", "2024-05-20T10:00:00Z".
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace entities {

/// From the first day meant to the last.
struct DayRange {
    std::chrono::sys_days first;
    std::chrono::sys_days last;
};

/// Nothing if the text begins with no date.
std::optional<DayRange> day_range(std::string_view text);

}  // namespace entities
