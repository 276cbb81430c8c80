// Cuts a sentence into clauses, and says who the subject of each is.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar.h"

namespace events {

/// The speech that a clause may be part of, from the layer "quote".
struct Speech {
    words::Span words;
    std::uint32_t speaker = words::none;  ///< row of "entity"
    bool denied = false;
    std::uint32_t cue = words::none;  ///< word of the verb that introduces it, if it stands before
};

enum class ClauseKind : std::uint8_t { Main, Coordinate, Relative, Subordinate, Conditional, Participle, Phrase };

struct Clause {
    words::Span words;
    ClauseKind kind = ClauseKind::Main;
    std::uint32_t verb = words::none;    ///< the first verb or auxiliary
    bool describes = false;              ///< the verb is a participle that describes the name before: "X, jailed in Y"
    std::uint32_t speech = words::none;  ///< number of the Speech that it is part of
    std::vector<std::uint32_t> subject;  ///< actors; also where the clause only takes it over from another
    bool after_stop = false;             ///< begins after a colon, a dash or the like, not after a comma
    bool own_subject = false;            ///< the subject stands in the clause
};

/// The clauses of a sentence, in text order; together they hold all its words but punctuation.
std::vector<Clause> clauses_of(const Reading& reading, words::Span sentence, const std::vector<Speech>& speeches);

}  // namespace events
