// How the text speaks of a person at one place: as a woman or a man, as somebody's relative, by a name of reign.
#pragma once

#include <cstdint>

#include "mention.h"
#include "words.h"

namespace entities {

enum class Gender : std::uint8_t { Unknown, Woman, Man };

struct Address {
    Gender gender = Gender::Unknown;
    bool relative = false;  ///< "his wife Brigitte Macron": the surname alone means somebody else
    bool reigning = false;  ///< "King Charles", "Pope Francis": the first name is the whole name
};

Address address_of(const Words& words, const Mention& mention);

}  // namespace entities
