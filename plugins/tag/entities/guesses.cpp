#include "guesses.h"

#include "agreement.h"
#include "recogniser.h"

namespace entities {

std::vector<Mention> guess(const Words& words, const Gazetteer& gazetteer) {
    std::vector<Mention> mentions = Recogniser(gazetteer).recognise(words);
    agree_on_types(words, mentions);
    return mentions;
}

}  // namespace entities
