// Years as they are written: in full, with an era, or by their last two digits.
#pragma once

#include <cstdint>
#include <optional>

#include "answer.h"
#include "reading.h"

namespace dates {

inline constexpr const char* no_century = "the century is not said";

/// The year that the reading gives; 0 is the year before Christ. Empty if it is one of two digits in no known century.
std::optional<std::int64_t> full_year(const Reading& reading, const Situation& situation);

/// "24" as 2024: by the century of "2019" in "2019-24", else nearest to the year that a narrative has come to; at
/// most ten years after the reference. Empty without any of these.
std::optional<std::int64_t> completed_year(std::int64_t two_digits, const Reading& reading, const Situation& situation);

}  // namespace dates
