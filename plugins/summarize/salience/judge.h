// Words the sentences of an article and tells what each is worth by itself, when it is asked: few are.
#pragma once

#include <algorithm>
#include <attache/utf8.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "wording/coherence.h"
#include "wording/introductions.h"
#include "wording/quotation.h"
#include "wording/sentence.h"
#include "wording/vocabulary.h"
#include "wording/weights.h"
#include "wording/wording.h"

namespace summarize {

/// What is the same for all articles.
struct Rules {
    Phrases phrases;
    WordList openers;
    Weights weights;
};

class Judge {
public:
    /// For each sentence, the name that antecedents_of gave and its missing marks. All must outlive the judge.
    Judge(const std::vector<Sentence>& sentences, const std::vector<std::string_view>& names,
          const std::vector<Introduction>& introductions, const std::vector<MissingMarks>& marks, const Rules& rules)
        : sentences_(sentences),
          names_(names),
          introductions_(introductions),
          marks_(marks),
          rules_(rules),
          positions_(positions_of(sentences)) {}

    /// Its size is with all introductions, which may all be shown.
    Wording wording(std::uint32_t sentence) const {
        Wording wording =
            word_sentence(sentences_[sentence], sentence, names_[sentence], marks_[sentence], rules_.phrases);
        for (const Introduction& introduction : introductions_in(introductions_, sentence)) {
            wording.size.words += words_in(introduction.rest.words, 0);
            wording.size.characters += attache::utf8::count(introduction.rest.words);
        }
        return wording;
    }
    Worth worth(std::uint32_t sentence, const Wording& wording) const {
        return worth_of(sentences_[sentence], wording, positions_[sentence], rules_.openers, rules_.weights);
    }
    /// More than this it is not worth less its cost, however it is worded.
    double most(std::uint32_t sentence, bool in_budget) const {
        const Sentence& one = sentences_[sentence];
        const std::size_t words = one.tokens.size();
        const std::size_t left_out =
            rules_.phrases.attributions ? words : std::min(words, most_words_left_out(one, sentence));
        const double word = in_budget ? rules_.weights.word_in_budget : rules_.weights.word;
        return most_worth(one, positions_[sentence], rules_.weights) - word * static_cast<double>(words - left_out);
    }

private:
    const std::vector<Sentence>& sentences_;
    const std::vector<std::string_view>& names_;
    const std::vector<Introduction>& introductions_;
    const std::vector<MissingMarks>& marks_;
    const Rules& rules_;
    std::vector<std::size_t> positions_;
};

}  // namespace summarize
