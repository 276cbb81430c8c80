// Finds mentions of named things in a document's words, sentence by sentence, from the gazetteer and from the form and
// the surroundings of capitalised words.
#pragma once

#include <vector>

#include "gazetteer.h"
#include "mention.h"
#include "words.h"

namespace entities {

class Recogniser {
public:
    explicit Recogniser(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    /// Mentions in text order; they do not overlap.
    std::vector<Mention> recognise(const Words& words) const;

private:
    const Gazetteer& gazetteer_;
};

}  // namespace entities
