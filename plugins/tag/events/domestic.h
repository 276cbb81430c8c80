// What a country does to its own people, or they to it: "Police in Cairo fired tear gas at protesters".
#pragma once

#include "triggers.h"

namespace events {

/// The words for those whom a source acts on within its own country, where no other country is named as target: people
/// of hostile deeds, and the government and its forces for what is done by others. Empty if there are none.
words::Span own_people(const Reading& reading, const Trigger& trigger);

}  // namespace events
