// The time of day and the zone that may follow a date.
#pragma once

#include <string>

#include "cursor.h"

namespace ingest {

struct TimeOfDay {
    std::string time;  // "09:30" or "09:30:00", as precise as given
    std::string zone;  // "Z" or "+03:00"
};

/// Takes "09:30", "T09:30:00.5Z", "at 9.30 p.m. GMT+3" and the like up to the end of the text; an empty rest is no time
/// of day and fits too. False if anything else stands there.
bool take_time_of_day(Cursor& cursor, TimeOfDay& result);

}  // namespace ingest
