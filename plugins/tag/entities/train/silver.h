// Annotation by another tagger, "silver": what it finds tells more than what it passes over.
#pragma once

#include <cstdint>
#include <span>

#include "corpus.h"

namespace entities::train {

/// Where `labels`, one a word, have a name that the annotation has not so, leaves open what either has there.
void open_disputed_names(Example& example, std::span<const std::uint8_t> labels);

}  // namespace entities::train
