// Who holds those whose release is asked for.
#pragma once

#include <cstdint>
#include <optional>

#include "grammar.h"

namespace events {

struct Captivity {
    std::uint32_t release = 0;  ///< the word "release" or the like
    std::uint32_t captor = 0;   ///< number of the actor
};

/// "The release of two Canadians detained in China", "of a teacher from Belarusian custody"; none if the stretch does
/// not say by whom they are held.
std::optional<Captivity> captivity_in(const Reading& reading, words::Span stretch);

}  // namespace events
