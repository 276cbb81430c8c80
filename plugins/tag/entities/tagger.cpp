// Puts the parts together.
#include "tagger.h"

#include "recogniser.h"

namespace entities {

Tagger::Tagger(const std::vector<std::string_view>& word_lists, const std::vector<std::string_view>& gazetteers,
               const LinkTables& links)
    : linker_(gazetteer_, links) {
    for (const std::string_view table : word_lists) {
        lexicon_.add(table);
    }
    for (const std::string_view table : gazetteers) {
        gazetteer_.add(table);
    }
    gazetteer_.build();
}

std::vector<Linked> Tagger::tag(std::string_view text, const std::vector<Range>& sentences,
                                const std::vector<Range>& tokens, std::string_view published) const {
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
    return linker_.link(words, resolve(words, Recogniser(gazetteer_).recognise(words)), published);
}

}  // namespace entities
