// Which word of a clause tells an event, and by which row of the lexicon.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "clauses.h"

namespace events {

struct Trigger {
    std::uint32_t word = words::none;
    const Entry* entry = nullptr;  ///< null: a verb that the lexicon does not have, with actors on both sides
    bool noun = false;
    bool passive = false;
    bool negated = false;
    bool infinitive = false;  ///< "to" and a verb follow at once
    bool denied = false;      ///< "denied sending troops"
    words::Span reach;        ///< the words in which its complements stand
};

/// The first verb of the clause that a row of the lexicon fits; else the first noun. `reach_end` is where its
/// complements may end: in the clauses after it that have no verb. None in a condition.
std::optional<Trigger> trigger_of(const Reading& reading, const Clause& clause, std::uint32_t reach_end);

/// Participles with "by" that describe an actor before them: "oil workers seized by Colombian guerrillas". Only those
/// of hostile deeds and of help: who backs or supports whom is told in passing.
std::vector<Trigger> reduced_passives(const Reading& reading, const Clause& clause);

/// The class of the verb that a verb of intent intends; empty if the lexicon does not say.
std::string_view class_intended(const Reading& reading, const Trigger& trigger);

}  // namespace events
