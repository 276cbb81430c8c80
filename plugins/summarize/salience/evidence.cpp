// A word weighs what its mentions do, each 1 / sqrt(1 + number of sentences before it): news tells the main thing
// first.
#include "evidence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "wording/coherence.h"

namespace summarize {
namespace {

constexpr double title_weight = 2;        // of a mention in the title, to 1 in the first sentence
constexpr double least_sentence = 0.001;  // so that the logarithm of its weight is a number
constexpr double sentence_weights = 100;  // percent

bool of_article(const Sentence& sentence) {
    return sentence.kind != Kind::Apparatus;
}

std::size_t most_pairs(const std::vector<Sentence>& sentences, const std::vector<Word>& title) {
    return std::accumulate(sentences.begin(), sentences.end(), title.size(),
                           [](std::size_t sum, const Sentence& sentence) { return sum + sentence.tokens.size(); });
}

}  // namespace

Evidence::Evidence(const std::vector<Sentence>& sentences, const std::vector<MissingMarks>& marks,
                   const std::vector<Word>& title, std::size_t vocabulary)
    : sentences_(sentences),
      positions_(positions_of(sentences)),
      first_pair_(static_cast<std::uint32_t>(vocabulary)),
      words_(vocabulary),
      pairs_(most_pairs(sentences, title)),
      mentions_(vocabulary + most_pairs(sentences, title)) {
    told_.reserve(2 * most_pairs(sentences, title));
    told_from_.reserve(sentences.size() + 1);
    weigh_words(title);
    read_title(title);
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
        told_from_.push_back(told_.size());
        if (of_article(sentences[i])) {
            const double from_one = 1 + static_cast<double>(lateness_.size());
            earliness_.push_back(1 / from_one);
            lateness_.push_back(std::log(from_one));
            read(i, marks[i].quotes);
        }
    }
    told_from_.push_back(told_.size());
    length_ = std::log(std::max<double>(1, static_cast<double>(lateness_.size())));
}

void Evidence::weigh_words(const std::vector<Word>& title) {
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
        const double share = of_article(sentences_[i]) ? 1 / std::sqrt(1 + static_cast<double>(positions_[i])) : 0;
        for (const Token& token : sentences_[i].tokens) {
            words_[token.word].sum += token.content ? share : 0;
            words_[token.word].weak = !token.content;
        }
    }
    for (const Word& word : title) {
        words_[word.number].sum += word.content ? title_weight : 0;
    }
    // Words of one sentence, which mostly follow one another here, mostly weigh the same.
    WordWeight last;
    for (WordWeight& word : words_) {
        all_ += word.sum;
        if (!word.weak) {
            word.logarithm = word.sum == last.sum ? last.logarithm : std::log1p(word.sum);
            last = word;
        }
    }
}

void Evidence::read_title(const std::vector<Word>& title) {
    for (std::size_t i = 0; i < title.size(); ++i) {
        if (title[i].content) {
            mentions_[title[i].number].first = 0;
        }
        if (i + 1 < title.size()) {
            mentions_[pair_number(title[i].number, title[i + 1].number)].first = 0;
        }
    }
}

void Evidence::read(std::uint32_t sentence, bool quoted) {
    const std::span<const Token> tokens = sentences_[sentence].tokens;
    const Place place = {sentence, static_cast<std::uint32_t>(positions_[sentence]), quoted, weight_of(sentence)};
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool capital = i > 0 && tokens[i].capital;
        if (tokens[i].content) {
            mention(tokens[i].word, place, capital);
        }
        if (i + 1 < tokens.size()) {
            mention(pair_number(tokens[i].word, tokens[i + 1].word), place, capital && tokens[i + 1].capital);
        }
    }
}

/// The mean weight of its different content words, in percent of that of all words, as a logarithm.
double Evidence::weight_of(std::uint32_t sentence) {
    double sum = 0;
    double count = 0;
    for (const Token& token : sentences_[sentence].tokens) {
        WordWeight& word = words_[token.word];
        const bool counts = token.content && word.seen_in != sentence;
        word.seen_in = sentence;
        sum += counts ? word.sum : 0;
        count += counts ? 1 : 0;
    }
    return std::log(least_sentence + (count > 0 ? sentence_weights * sum / count / all_ : 0));
}

}  // namespace summarize
