// What is only polite among what happened on a day.
#pragma once

#include <vector>

#include "entries.h"

namespace timeline {

/// Takes thanks, congratulations, condolences and greetings out of the entries of one date where all that take part
/// have another event in one of them: who met and signed thanked each other too. Entries left without an event go as
/// well.
void leave_out_courtesies(std::vector<Entry>& entries);

}  // namespace timeline
