// Headlines are rare in annotated news, and names look like everything else in them. So some sentences are learned from
// in a headline's letters.
#pragma once

#include <string>

#include "../words.h"
#include "recipe.h"

namespace entities::train {

/// Rewrites some sentences of `text`, whose words are `words`, in title case or in capitals: the shares that the recipe
/// names, chosen by `id`. Every letter stays where it is; a full stop becomes a line's end.
std::string with_headlines(const std::string& text, const Words& words, const std::string& id, const Recipe& recipe);

}  // namespace entities::train
