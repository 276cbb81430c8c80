// Sums run in the order of terms and sentences, so that the same document has the same scores to the last bit.
#include "scores.h"

#include <algorithm>
#include <cmath>

namespace salience {
namespace {

constexpr std::size_t many_entities = 4;
// Up to the first a sentence is read in one breath; from the second on it is a paragraph in disguise.
constexpr double long_sentence = 45;
constexpr double endless_sentence = 95;

/// Calls `use(term, count)` for each different term.
template <class Use>
void each_term(const Sentence& sentence, const Use& use) {
    for (std::size_t i = 0; i < sentence.terms.size();) {
        std::size_t end = i + 1;
        while (end < sentence.terms.size() && sentence.terms[end] == sentence.terms[i]) {
            ++end;
        }
        use(sentence.terms[i], static_cast<double>(end - i));
        i = end;
    }
}

/// How often each term comes in the document: its centroid but for a factor, which the cosine takes out again.
std::vector<double> centroid_of(const std::vector<Sentence>& sentences, std::size_t vocabulary) {
    std::vector<double> centroid(vocabulary, 0);
    for (const Sentence& sentence : sentences) {
        each_term(sentence, [&](std::uint32_t term, double count) { centroid[term] += count; });
    }
    return centroid;
}

double squared_length(const std::vector<double>& vector) {
    double sum = 0;
    for (const double value : vector) {
        sum += value * value;
    }
    return sum;
}

double cosine(const Sentence& sentence, const std::vector<double>& centroid, double squared_centroid) {
    double product = 0;
    double squared = 0;
    each_term(sentence, [&](std::uint32_t term, double count) {
        product += count * centroid[term];
        squared += count * count;
    });
    return squared > 0 ? product / std::sqrt(squared * squared_centroid) : 0;
}

double share_of_title(const Sentence& sentence, const std::vector<std::uint32_t>& title) {
    const auto shared = std::count_if(title.begin(), title.end(), [&](std::uint32_t term) {
        return std::binary_search(sentence.terms.begin(), sentence.terms.end(), term);
    });
    return title.empty() ? 0 : static_cast<double>(shared) / static_cast<double>(title.size());
}

/// 0 up to a long sentence, 1 from an endless one.
double length_beyond(std::size_t words) {
    const double beyond = (static_cast<double>(words) - long_sentence) / (endless_sentence - long_sentence);
    return std::clamp(beyond, 0.0, 1.0);
}

}  // namespace

std::vector<double> score_sentences(const std::vector<Sentence>& sentences, const std::vector<std::uint32_t>& title,
                                    std::size_t vocabulary, std::size_t shortest, const Weights& weights) {
    const std::vector<double> centroid = centroid_of(sentences, vocabulary);
    const double squared_centroid = squared_length(centroid);
    std::vector<double> scores;
    scores.reserve(sentences.size());
    double position = 0;
    for (const Sentence& sentence : sentences) {
        const auto names = static_cast<double>(std::min(sentence.entities, many_entities));
        double score = weights.centroid * cosine(sentence, centroid, squared_centroid);
        score += weights.title * share_of_title(sentence, title);
        score += weights.entities * names / static_cast<double>(many_entities);
        score += sentence.dates > 0 ? weights.date : 0;
        score += weights.position / (1 + position);
        score -= sentence.words < shortest ? weights.too_short : 0;
        score -= weights.too_long * length_beyond(sentence.words);
        score -= sentence.kind == Kind::Apparatus ? weights.apparatus : 0;
        score -= sentence.kind == Kind::ListItem ? weights.list_item : 0;
        // A heading above the first sentence does not make that the second one.
        position += sentence.kind == Kind::Apparatus ? 0 : 1;
        scores.push_back(score);
    }
    return scores;
}

}  // namespace salience
