// Dates that come without their year: "10 June", "in December", "the third quarter", "that winter".
#pragma once

#include "anchoring.h"
#include "reading.h"

namespace dates {

/// Fills the answer with this part of the year that the text or the publication date gives, or says why there is none.
void interpret_without_year(const Reading& reading, Unit unit, const Situation& situation, const Place& place,
                            Answer& answer);

}  // namespace dates
