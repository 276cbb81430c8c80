// Silver annotation is another tagger's: right about most names, but wrong in habits of its own, and silent about
// types that it does not know.
#pragma once

#include "../gazetteer.h"
#include "corpus.h"

namespace entities::train {

/// Puts nationalities, and names of several words that the gazetteer has, in place of what the annotation says there.
/// Where it contradicts a known name of one word, the words may have any label.
void correct_silver(Example& example, const Gazetteer& gazetteer);

}  // namespace entities::train
