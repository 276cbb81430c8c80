// Events in words, for the files that people read.
#pragma once

#include <cstddef>
#include <string>

#include "folding/reports.h"

namespace timeline {

/// The classes of a report's events, and how they are told, each once: "SANCTION; ACCUSE", "fact". Empty without
/// events.
std::string classes_of(const Report& report);
std::string statuses_of(const Report& report);

/// The sentence, or the clause of its first event where the sentence has more than `most_bytes`; what is no fact says
/// so first: "Denial: …".
std::string headline_of(const Report& report, std::size_t most_bytes);

/// "AGREE, claim by Wang Yi: China → Kazakhstan"
std::string in_words(const Event& event);

}  // namespace timeline
