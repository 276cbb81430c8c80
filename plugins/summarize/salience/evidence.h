// The concepts of a document, and what speaks for each that a summary tells it.
//
// A concept is a content word, or two words in a row within a sentence: stop words are part of what a reader
// recognizes.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "pair_numbers.h"
#include "wording/quotation.h"
#include "wording/sentence.h"
#include "wording/vocabulary.h"

namespace summarize {

enum Feature : std::size_t {
    InSeveral,      // 1 if several sentences speak of it
    IsEarly,        // 1 / (1 + number of sentences before the first that does)
    Lateness,       // logarithm of 1 + that number
    InCapitals,     // share of its mentions that have capitals, but at the beginning of a sentence
    InQuotations,   // share of its mentions in sentences with a quotation
    AmongWeighty,   // mean weight of the sentences around its mentions, as a logarithm
    ArticleLength,  // logarithm of the number of sentences
    Weight,         // of its weightier word, as a logarithm
    LesserWeight,   // of its other word; this and the rest are 0 for a single word
    BeginsWeak,     // 1 if its first word is a stop word
    EndsWeak,       // 1 if its second word is
    FeatureCount,
};

using Features = std::array<double, FeatureCount>;

class Evidence {
public:
    /// `title` holds the title's words; they count as told first of all. Sentences of Kind::Apparatus tell nothing.
    /// `sentences` must outlive this.
    Evidence(const std::vector<Sentence>& sentences, const std::vector<MissingMarks>& marks,
             const std::vector<Word>& title, std::size_t vocabulary);

    std::size_t words() const { return first_pair_; }
    std::size_t concepts() const { return first_pair_ + pairs_.size(); }
    bool is_told(std::uint32_t number) const { return mentions_[number].count > 0; }
    bool is_pair(std::uint32_t number) const { return number >= first_pair_; }
    /// The numbers of a pair's words.
    std::array<std::uint32_t, 2> pair(std::uint32_t number) const { return pairs_.words(number - first_pair_); }
    /// The concepts of a sentence, each once.
    std::span<const std::uint32_t> told_by(std::uint32_t sentence) const {
        return std::span(told_).subspan(told_from_[sentence], told_from_[sentence + 1] - told_from_[sentence]);
    }
    /// All 0 if no sentence tells the concept.
    Features features(std::uint32_t number) const;

private:
    struct WordWeight {
        double sum = 0;                      // of its mentions; 0 of stop words
        double logarithm = 0;                // of 1 + that
        bool weak = false;                   // a stop word
        std::uint32_t seen_in = UINT32_MAX;  // the last sentence that it was seen in
    };

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

    /// Of all mentions in a sentence.
    struct Place {
        std::uint32_t sentence;
        std::uint32_t position;
        bool quoted;
        double around;
    };

    void weigh_words(const std::vector<Word>& title);
    void read_title(const std::vector<Word>& title);
    void read(std::uint32_t sentence, bool quoted);
    double weight_of(std::uint32_t sentence);
    std::uint32_t pair_number(std::uint32_t left, std::uint32_t right) {
        return first_pair_ + pairs_.number(left, right);
    }
    void mention(std::uint32_t number, const Place& place, bool capital) {
        Mentions& mentions = mentions_[number];
        if (mentions.last_sentence != place.sentence) {
            mentions.first = std::min(mentions.first, place.position);
            mentions.several = mentions.count > 0;
            mentions.last_sentence = place.sentence;
            told_.push_back(number);
        }
        ++mentions.count;
        mentions.capitals += capital ? 1U : 0U;
        mentions.quoted += place.quoted ? 1U : 0U;
        mentions.around += place.around;
    }

    const std::vector<Sentence>& sentences_;
    std::vector<std::size_t> positions_;
    std::vector<double> earliness_;  // by position
    std::vector<double> lateness_;   // likewise
    std::uint32_t first_pair_;       // its number, behind those of the words
    std::vector<WordWeight> words_;
    double length_ = 0;  // logarithm of the number of sentences
    double all_ = 0;     // the sum of the weights of all words
    PairNumbers pairs_;
    std::vector<Mentions> mentions_;  // of words, then of pairs; with room for all that may come
    std::vector<std::uint32_t> told_;
    std::vector<std::size_t> told_from_;  // where each sentence's begin
};

// Here, as each concept's are asked for but once: a compiler that sees what becomes of them stores none.
inline Features Evidence::features(std::uint32_t number) const {
    const Mentions& mentions = mentions_[number];
    Features features{};
    if (!is_told(number)) {
        return features;
    }
    const double share = 1 / static_cast<double>(mentions.count);
    features[InSeveral] = mentions.several ? 1 : 0;
    features[IsEarly] = earliness_[mentions.first];
    features[Lateness] = lateness_[mentions.first];
    features[InCapitals] = mentions.capitals * share;
    features[InQuotations] = mentions.quoted * share;
    features[AmongWeighty] = mentions.around * share;
    features[ArticleLength] = length_;
    if (!is_pair(number)) {
        features[Weight] = words_[number].logarithm;
        return features;
    }
    const auto [left, right] = pair(number);
    features[Weight] = std::max(words_[left].logarithm, words_[right].logarithm);
    features[LesserWeight] = std::min(words_[left].logarithm, words_[right].logarithm);
    features[BeginsWeak] = words_[left].weak ? 1 : 0;
    features[EndsWeak] = words_[right].weak ? 1 : 0;
    return features;
}

}  // namespace summarize
