// Decides what a chunk of capitalised words names: the gazetteer first, then head words, persons' names, surroundings.
#pragma once

#include <cstddef>

#include "context.h"
#include "mention.h"

namespace entities {

struct Typed {
    Mention mention;       ///< empty if nothing is named at the start of the chunk
    std::size_t next = 0;  ///< where the rest of the chunk begins
};

/// The first mention of the chunk [at, end), at whose start the gazetteer has `known`. `titled`: an office or title
/// stands right before it.
Typed type_chunk(const Context& context, std::size_t at, std::size_t end, const Found& known, bool titled);

void set_known(Mention& mention, const Found& found);

}  // namespace entities
