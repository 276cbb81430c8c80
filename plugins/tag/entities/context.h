// Where a chunk stands: the document's words, the gazetteer, the sentence.
#pragma once

#include <cstddef>

#include "gazetteer.h"
#include "words.h"

namespace entities {

struct Context {
    const Gazetteer& gazetteer;
    const Words& words;
    std::size_t begin;  ///< of the sentence
    std::size_t limit;  ///< its end
    Casing casing;
};

}  // namespace entities
