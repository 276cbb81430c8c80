// Names that stand for one actor together: "French President Emmanuel Macron", "Shehbaz Sharif of Pakistan".
#pragma once

#include <vector>

#include "actor_names.h"
#include "actors.h"
#include "words/words.h"

namespace events {

/// `actors`, which are in text order, each once by all its names. Who holds an office of no named country is of the
/// first country of the sentence.
std::vector<Actor> joined_names(const std::vector<Actor>& actors, const words::Words& words, const ActorNames& names);

}  // namespace events
