// From text, sentences and tokens to mentions: what the plugin does, without the engine.
#pragma once

#include <string_view>
#include <vector>

#include "collective.h"
#include "consistency.h"
#include "gazetteer.h"
#include "labeller.h"
#include "lexicon.h"
#include "linking.h"
#include "memory.h"
#include "model.h"
#include "words.h"

namespace entities {

/// What was found in one document.
struct Tagged {
    std::vector<Linked> mentions;
    std::vector<Collective> collectives;
    std::string doubt;  ///< about the document as a whole; empty if there is none
};

/// The data and the rules. Const after loading; may be used by many threads at once.
class Tagger {
public:
    /// The tables are kept by reference, as are the model's bytes. Throws std::runtime_error if one is malformed.
    Tagger(const std::vector<std::string_view>& word_lists, const std::vector<std::string_view>& gazetteers,
           const Model& model, const LinkTables& links);
    Tagger(const Tagger&) = delete;
    Tagger& operator=(const Tagger&) = delete;

    /// `sentences` and `tokens` are ranges of the text, in order; each token lies within one sentence. `published` is
    /// the date of publication as the metadata have it, or empty.
    Tagged tag(std::string_view text, const std::vector<Range>& sentences, const std::vector<Range>& tokens,
               std::string_view published) const;

private:
    Lexicon lexicon_;
    Gazetteer gazetteer_;
    Model model_;
    mutable MemoryPool memories_;
    Labeller labeller_;
    Linker linker_;
};

}  // namespace entities
