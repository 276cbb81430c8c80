// What a country does to its own people, or they to it: "Police in Cairo fired tear gas at protesters".
#pragma once

#include "triggers.h"

namespace events {

/// The words for those whom a source acts on within its own country, where no other country is named as target: people
/// of violent deeds, the government and its forces of hostile ones, its opponents of all, and of what `rebels` do the
/// government of all. Empty if there are none.
words::Span own_people(const Reading& reading, const Clause& clause, const Trigger& trigger, bool rebels);

}  // namespace events
