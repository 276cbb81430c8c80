// Whether the conditions of a row of the lexicon hold where a word stands.
#pragma once

#include <cstdint>

#include "triggers.h"

namespace events {

/// Of a trigger without its row: whether `entry` may be it.
bool fits(const Reading& reading, const Entry& entry, const Trigger& trigger, const Clause& clause);

/// The first of a verb's rows that may be its meaning; null if none may.
const Entry* first_fitting(const Reading& reading, const std::vector<const Entry*>& entries, const Trigger& trigger,
                           const Clause& clause);

/// As `fits`, but a target may stand anywhere.
bool fits_but_target(const Reading& reading, const Entry& entry, const Trigger& trigger, const Clause& clause);

/// The verb of the first infinitive that soon follows the word at `at`; `words::none` if there is none.
std::uint32_t infinitive_after(const Reading& reading, std::uint32_t at, words::Span reach);

/// Whether a link of the row's target column ties an actor within `reach` to the word at `at`.
bool has_target(const Reading& reading, const Entry& entry, std::uint32_t at, words::Span reach);

}  // namespace events
