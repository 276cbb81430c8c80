// A word weighs what its mentions do, each 1 / sqrt(1 + number of sentences before it): news tells the main thing
// first.
#include "evidence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "pair_numbers.h"
#include "wording/coherence.h"
#include "wording/quotation.h"

namespace summarize {
namespace {

constexpr double title_weight = 2;        // of a mention in the title, to 1 in the first sentence
constexpr double least_sentence = 0.001;  // so that the logarithm of its weight is a number
constexpr double sentence_weights = 100;  // percent

/// What is counted of a concept while the sentences are read.
struct Mentions {
    std::uint32_t count = 0;
    std::uint32_t capitals = 0;
    std::uint32_t quoted = 0;
    std::uint32_t first = UINT32_MAX;  // number of sentences before it
    std::uint32_t last_sentence = UINT32_MAX;
    bool several = false;
    double around = 0;  // sum of the logarithms of the weights of its sentences
};

class Reading {
public:
    Reading(const std::vector<Sentence>& sentences, const std::vector<Word>& title, std::size_t vocabulary)
        : sentences_(sentences),
          positions_(positions_of(sentences)),
          weights_(vocabulary, 0),
          pairs_(most_pairs(sentences, title)),
          mentions_(vocabulary),
          seen_in_(vocabulary, UINT32_MAX) {
        mentions_.reserve(vocabulary + most_pairs(sentences, title));
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            const double share = of_article(i) ? 1 / std::sqrt(1 + static_cast<double>(positions_[i])) : 0;
            for (const std::uint32_t term : sentences[i].terms) {
                weights_[term] += share;
            }
        }
        for (const Word& word : title) {
            weights_[word.number] += word.content ? title_weight : 0;
        }
        all_ = std::accumulate(weights_.begin(), weights_.end(), 0.0);
    }

    void read_title(const std::vector<Word>& title) {
        for (std::size_t i = 0; i < title.size(); ++i) {
            if (title[i].content) {
                mentions_[title[i].number].first = 0;
            }
            if (i + 1 < title.size()) {
                mentions_[pair(title[i].number, title[i + 1].number)].first = 0;
            }
        }
    }

    /// The concepts of a sentence, each once.
    std::vector<std::uint32_t> read(std::uint32_t number, bool quoted) {
        std::vector<std::uint32_t> told;
        if (!of_article(number)) {
            return told;
        }
        const std::vector<Token>& tokens = sentences_[number].tokens;
        told.reserve(2 * tokens.size());
        const double around = weight_of(number);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const bool capital = i > 0 && tokens[i].capital;
            if (tokens[i].content) {
                mention(tokens[i].word, number, capital, quoted, around, told);
            }
            if (i + 1 < tokens.size()) {
                const bool both = capital && tokens[i + 1].capital;
                mention(pair(tokens[i].word, tokens[i + 1].word), number, both, quoted, around, told);
            }
        }
        return told;
    }

    std::vector<Features> features(const std::vector<bool>& weak) const {
        const double length = std::log(std::max<double>(
            1, static_cast<double>(std::count_if(sentences_.begin(), sentences_.end(),
                                                 [](const Sentence& s) { return s.kind != Kind::Apparatus; }))));
        std::vector<double> heaviness(weights_.size());
        std::transform(weights_.begin(), weights_.end(), heaviness.begin(), [](double sum) { return std::log1p(sum); });
        std::vector<Features> all(mentions_.size());
        for (std::size_t number = 0; number < mentions_.size(); ++number) {
            if (mentions_[number].count > 0) {
                all[number] = features_of(number, weak, heaviness);
                all[number][article_length] = length;
            }
        }
        return all;
    }

    const PairNumbers& pairs() const { return pairs_; }

private:
    static std::size_t most_pairs(const std::vector<Sentence>& sentences, const std::vector<Word>& title) {
        return std::accumulate(sentences.begin(), sentences.end(), title.size(),
                               [](std::size_t sum, const Sentence& sentence) { return sum + sentence.tokens.size(); });
    }

    bool of_article(std::size_t number) const { return sentences_[number].kind != Kind::Apparatus; }

    std::uint32_t pair(std::uint32_t left, std::uint32_t right) {
        const auto number = static_cast<std::uint32_t>(weights_.size()) + pairs_.number(left, right);
        if (number == mentions_.size()) {
            mentions_.emplace_back();
        }
        return number;
    }

    /// The mean weight of its different content words, in percent of that of all words, as a logarithm.
    double weight_of(std::uint32_t number) {
        double sum = 0;
        double count = 0;
        for (const std::uint32_t term : sentences_[number].terms) {
            if (seen_in_[term] != number) {
                seen_in_[term] = number;
                sum += weights_[term];
                ++count;
            }
        }
        return std::log(least_sentence + (count > 0 ? sentence_weights * sum / count / all_ : 0));
    }

    void mention(std::uint32_t concept_number, std::uint32_t sentence, bool capital, bool quoted, double around,
                 std::vector<std::uint32_t>& told) {
        Mentions& mentions = mentions_[concept_number];
        mentions.first = std::min(mentions.first, static_cast<std::uint32_t>(positions_[sentence]));
        if (mentions.last_sentence != sentence) {
            mentions.several = mentions.last_sentence != UINT32_MAX;
            mentions.last_sentence = sentence;
            told.push_back(concept_number);
        }
        ++mentions.count;
        mentions.capitals += capital ? 1U : 0U;
        mentions.quoted += quoted ? 1U : 0U;
        mentions.around += around;
    }

    Features features_of(std::size_t number, const std::vector<bool>& weak,
                         const std::vector<double>& heaviness) const {
        const Mentions& mentions = mentions_[number];
        const double count = mentions.count;
        Features features{};
        features[in_several] = mentions.several ? 1 : 0;
        features[is_early] = 1 / (1 + static_cast<double>(mentions.first));
        features[lateness] = -std::log(features[is_early]);
        features[in_capitals] = mentions.capitals / count;
        features[in_quotations] = mentions.quoted / count;
        features[among_weighty] = mentions.around / count;
        if (number < weights_.size()) {
            features[weight] = heaviness[number];
            return features;
        }
        const auto& [left, right] = pairs_.pairs()[number - weights_.size()];
        features[weight] = std::max(heaviness[left], heaviness[right]);
        features[lesser_weight] = std::min(heaviness[left], heaviness[right]);
        features[begins_weak] = weak[left] ? 1 : 0;
        features[ends_weak] = weak[right] ? 1 : 0;
        return features;
    }

    const std::vector<Sentence>& sentences_;
    std::vector<std::size_t> positions_;
    std::vector<double> weights_;  // of words; 0 of stop words
    double all_ = 0;
    PairNumbers pairs_;
    std::vector<Mentions> mentions_;      // of words, then of pairs
    std::vector<std::uint32_t> seen_in_;  // the last sentence that a word was seen in
};

std::vector<bool> stop_words(const std::vector<Sentence>& sentences, std::size_t vocabulary) {
    std::vector<bool> weak(vocabulary, false);
    for (const Sentence& sentence : sentences) {
        for (const Token& token : sentence.tokens) {
            weak[token.word] = !token.content;
        }
    }
    return weak;
}

}  // namespace

Evidence evidence_of(const std::vector<Sentence>& sentences, const std::vector<Wording>& wordings,
                     const std::vector<Word>& title, std::size_t vocabulary) {
    Reading reading(sentences, title, vocabulary);
    reading.read_title(title);
    Evidence evidence;
    evidence.vocabulary = vocabulary;
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
        const bool quoted = !wordings[i].marks.opening.empty() || has_quotation_mark(sentences[i].text);
        evidence.of_sentences.push_back(reading.read(i, quoted));
    }
    evidence.of_concepts = reading.features(stop_words(sentences, vocabulary));
    evidence.pairs = reading.pairs().pairs();
    return evidence;
}

}  // namespace summarize
