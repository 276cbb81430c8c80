// Deeds within one country of which only one side is named: "beaten while in police custody".
#pragma once

#include "coder.h"

namespace events {

/// Gives an event of violence, coercion, protest or the end of these the country of the side that is named for the
/// other too. Only where the text names no other that could be meant.
void stay_within(const Reading& reading, Event& event);

}  // namespace events
