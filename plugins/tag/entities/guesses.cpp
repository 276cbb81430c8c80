#include "guesses.h"

#include "agreement.h"
#include "recogniser.h"

namespace entities {

std::vector<Mention> guess(const Words& words, const Gazetteer& gazetteer) {
    std::vector<Mention> mentions = Recogniser(gazetteer).recognise(words);
    std::vector<std::string> keys;
    keys.reserve(mentions.size());
    for (const Mention& mention : mentions) {
        keys.push_back(words.key(mention.first, mention.last));
    }
    agree_on_types(words, keys, mentions);
    return mentions;
}

}  // namespace entities
