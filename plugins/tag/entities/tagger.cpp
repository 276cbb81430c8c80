// Puts the parts together.
#include "tagger.h"

#include <span>

#include "coordinates.h"
#include "deciding.h"
#include "doubts.h"
#include "guesses.h"

namespace entities {

Tagger::Tagger(const std::vector<std::string_view>& word_lists, const std::vector<std::string_view>& gazetteers,
               const Model& model, const LinkTables& links)
    : model_(model), memories_(lexicon_, model_.clusters()), labeller_(model_, gazetteer_), linker_(gazetteer_, links) {
    for (const std::string_view table : word_lists) {
        lexicon_.add(table);
    }
    for (const std::string_view table : gazetteers) {
        gazetteer_.add(table);
    }
    gazetteer_.build();
}

Tagged Tagger::tag(std::string_view text, const std::vector<Range>& sentences, const std::vector<Range>& tokens,
                   std::string_view published) const {
    const MemoryPool::Lease memory(memories_);
    Words words(text, memory->forms);
    std::size_t next = 0;
    for (const Range& sentence : sentences) {
        const std::size_t first = next;
        while (next < tokens.size() && tokens[next].end <= sentence.end) {
            ++next;
        }
        words.add_sentence(std::span(tokens).subspan(first, next - first));
    }
    const std::vector<Mention> guesses = guess(words, gazetteer_);
    std::vector<Resolved> resolved =
        resolve(words, decide(words, gazetteer_, labeller_.label(words, guesses, memory->part_scores), guesses));
    add_coordinates(words, resolved);
    linker_.take_user_names(words, resolved);
    Tagged tagged;
    tagged.collectives = resolve_collectives(words, resolved);
    tagged.mentions = linker_.link(words, std::move(resolved), published);
    tagged.doubt = doubt_about(words);
    return tagged;
}

}  // namespace entities
