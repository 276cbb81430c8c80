// What a sense means in its place: the operations of rules.toml.
#pragma once

#include <string_view>

#include "answer.h"
#include "calendar.h"
#include "reading.h"

namespace dates {

/// Which third of the period a TIMEX3 mod names.
Part part_of(std::string_view mod);

/// The answer has a period, a value, or the reason why it has neither.
Answer interpret(const Reading& reading, const Situation& situation, const Place& place);

}  // namespace dates
