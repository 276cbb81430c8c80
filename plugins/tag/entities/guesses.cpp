#include "guesses.h"

#include "agreement.h"
#include "recogniser.h"

namespace entities {

std::vector<Mention> guess(const Words& words, const Gazetteer& gazetteer) {
    std::vector<Mention> mentions = Recogniser(gazetteer).recognise(words);
    std::vector<Hash> texts;
    texts.reserve(mentions.size());
    for (const Mention& mention : mentions) {
        texts.push_back(words.code(mention.first, mention.last));
    }
    agree_on_types(words, texts, mentions);
    return mentions;
}

}  // namespace entities
