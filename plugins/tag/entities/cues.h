// What the words beside a chunk say about it: verbs of saying, prepositions, "province", "town of".
#pragma once

#include <cstddef>

#include "context.h"

namespace entities {

/// The stretch [at, end) of words stands as a person does: "X said", "X, 45,", "X, who", "said X".
bool stands_as_person(const Context& context, std::size_t at, std::size_t end);

/// "in X", "visited X"
bool stands_after_preposition(const Context& context, std::size_t at);

/// "town of X", "north of X"
bool stands_after_place_of(const Context& context, std::size_t at);

/// "Kisumu, Kenya"; but not "Sergei Lavrov, Russia's foreign minister".
bool stands_before_place(const Context& context, std::size_t end);

/// The next word, if it has no capital, is in the class: "Jiangxi province".
bool stands_before_noun(const Context& context, std::size_t end, Class which);

}  // namespace entities
