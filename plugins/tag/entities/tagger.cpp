// Puts the parts together.
#include "tagger.h"

#include "recogniser.h"

namespace entities {

Tagger::Tagger(const std::vector<std::string_view>& word_lists, const std::vector<std::string_view>& gazetteers) {
    for (const std::string_view table : word_lists) {
        lexicon_.add(table);
    }
    for (const std::string_view table : gazetteers) {
        gazetteer_.add(table);
    }
    gazetteer_.build();
}

Tagged Tagger::tag(std::string_view text, const std::vector<Range>& sentences, const std::vector<Range>& tokens) const {
    Words words(text, lexicon_);
    std::vector<Range> runs;
    std::size_t next = 0;
    for (const Range& sentence : sentences) {
        runs.clear();
        for (; next < tokens.size() && tokens[next].end <= sentence.end; ++next) {
            if (tokens[next].begin == tokens[next].end) {
                continue;
            }
            if (!runs.empty() && runs.back().end == tokens[next].begin) {
                runs.back().end = tokens[next].end;
            } else {
                runs.push_back(tokens[next]);
            }
        }
        words.add_sentence(runs);
    }
    Tagged tagged;
    tagged.mentions = resolve(words, Recogniser(gazetteer_).recognise(words));
    tagged.collectives = resolve_collectives(words, tagged.mentions);
    return tagged;
}

}  // namespace entities
