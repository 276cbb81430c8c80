// What a country does to its own people, or they to it: "Police in Cairo fired tear gas at protesters".
#pragma once

#include "triggers.h"

namespace events {

/// The words for those whom a source acts on within its own country, where no other country is named as target: people
/// of violent deeds, the government and its forces of hostile ones, its opponents of all, and of what rebels do the
/// government of all; anybody where the sentence names no other country. Empty if there are none.
words::Span own_people(const Reading& reading, const Clause& clause, const Trigger& trigger, const Actor& source);

/// "Foreign", but of no foreign minister: who is of another country, if not of which.
bool is_from_abroad(const Reading& reading, std::uint32_t at);

/// The words for those of its own country that do a hostile deed to a target, where no other is named: "Nigerian
/// schoolgirls were seized by gunmen". Empty if there are none.
words::Span own_agents(const Reading& reading, const Clause& clause, const Trigger& trigger);

}  // namespace events
