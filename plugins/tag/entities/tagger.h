// From text, sentences and tokens to mentions: what the plugin does, without the engine.
#pragma once

#include <string_view>
#include <vector>

#include "collective.h"
#include "consistency.h"
#include "gazetteer.h"
#include "lexicon.h"
#include "words.h"

namespace entities {

/// What was found in one document.
struct Tagged {
    std::vector<Resolved> mentions;
    std::vector<Collective> collectives;
};

/// The data and the rules. Const after loading; may be used by many threads at once.
class Tagger {
public:
    /// The tables are kept by reference. Throws std::runtime_error if one is malformed.
    Tagger(const std::vector<std::string_view>& word_lists, const std::vector<std::string_view>& gazetteers);

    /// `sentences` and `tokens` are ranges of the text, in order; each token lies within one sentence.
    Tagged tag(std::string_view text, const std::vector<Range>& sentences, const std::vector<Range>& tokens) const;

private:
    Lexicon lexicon_;
    Gazetteer gazetteer_;
};

}  // namespace entities
