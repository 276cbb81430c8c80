// From a sentence to the events that it tells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "roles.h"

namespace events {

/// Positions are numbers of words.
struct Event {
    words::Span clause;
    bool aside = false;  ///< the clause is a relative or subordinate one
    std::uint32_t sentence = 0;
    std::uint32_t trigger = words::none;
    std::string_view label;   ///< PLOVER class; empty if evidence does not suffice
    std::string_view status;  ///< "fact", "plan", "claim", "denial"
    Roles roles;
    std::string what;
    std::string_view evidence;  ///< "lexicon.tsv:12"
    double confidence = 0;
    bool courtesy = false;  ///< thanks, congratulations, condolences, greetings
};

/// Appends the events of one sentence, or of the words [span.first, span.last) of one, in text order. Takes time
/// quadratic in the span.
void code_sentence(const Reading& reading, std::uint32_t sentence, words::Span span,
                   const std::vector<Speech>& speeches, std::vector<Event>& events);

}  // namespace events
