// The summarizer: reads sentences and words, writes the rows of a summary.
#include <algorithm>
#include <attache/plugin.hpp>

#include "coherence.h"
#include "scores.h"
#include "selection.h"
#include "sentence.h"
#include "vocabulary.h"

namespace {

using salience::Sentence;

/// The row of `sentences` that holds the position; the number of rows if none does.
std::uint32_t sentence_at(const attache::Layer& sentences, std::uint32_t position) {
    std::uint32_t low = 0;
    for (std::uint32_t high = sentences.size(); low < high;) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (sentences.end(middle) <= position) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < sentences.size() && sentences.start(low) <= position ? low : sentences.size();
}

/// A note in brackets, such as "(Corrects the year …)", is about the article and not of it.
salience::Kind kind_of(std::string_view kind, std::string_view text) {
    if (kind == "list") {
        return salience::Kind::ListItem;
    }
    const bool note = text.starts_with('(') && text.ends_with(')');
    return kind.empty() && !note ? salience::Kind::Prose : salience::Kind::Apparatus;
}

class Salience {
public:
    explicit Salience(const attache::Settings& settings)
        : stop_words_(salience::read_word_list(settings.resource("stop_words.txt"))),
          openers_(salience::read_word_list(settings.resource("openers.txt"))),
          shortest_(static_cast<std::size_t>(settings.integer("shortest"))) {
        limits_.sentences = static_cast<std::size_t>(settings.integer("sentences"));
        limits_.words = static_cast<std::size_t>(settings.integer("words"));
        limits_.overlap = settings.real("overlap");
    }

    void annotate(attache::Document& document) {
        const attache::Layer layer = document.read("sentence");
        salience::Vocabulary vocabulary(stop_words_);
        const std::vector<Sentence> sentences = read_sentences(document, layer, vocabulary);
        const std::vector<std::uint32_t> title = vocabulary.known(document.field("title"));
        const salience::Weights weights;
        const auto scores = salience::score_sentences(sentences, title, vocabulary.size(), shortest_, weights);
        const auto worth = salience::worth_of(sentences, scores, openers_, weights);
        write(document, layer, salience::select(sentences, worth, limits_));
    }

private:
    static std::vector<Sentence> read_sentences(const attache::Document& document, const attache::Layer& layer,
                                                salience::Vocabulary& vocabulary) {
        std::vector<Sentence> sentences(layer.size());
        const auto paragraphs = layer.integers("paragraph");
        const auto kinds = layer.texts("kind");
        for (std::uint32_t row = 0; row < layer.size(); ++row) {
            sentences[row].text = layer.text(row);
            sentences[row].paragraph = paragraphs[row];
            sentences[row].kind = kind_of(kinds[row], layer.text(row));
        }
        read_words(document.read("token"), sentences, vocabulary);
        count(document.read("entity"), layer, sentences, &Sentence::entities);
        count(document.read("time"), layer, sentences, &Sentence::dates);
        return sentences;
    }

    static void read_words(const attache::Layer& tokens, std::vector<Sentence>& sentences,
                           salience::Vocabulary& vocabulary) {
        const auto owners = tokens.refs("sentence");
        const auto kinds = tokens.texts("kind");
        for (std::uint32_t row = 0; row < tokens.size(); ++row) {
            if (!owners[row] || (kinds[row] != "word" && kinds[row] != "number")) {
                continue;
            }
            Sentence& sentence = sentences[owners[row].number];
            ++sentence.words;
            if (const auto term = vocabulary.add(tokens.text(row))) {
                sentence.terms.push_back(*term);
            }
        }
        for (Sentence& sentence : sentences) {
            std::sort(sentence.terms.begin(), sentence.terms.end());
        }
    }

    static void count(const attache::Layer& mentions, const attache::Layer& layer, std::vector<Sentence>& sentences,
                      std::size_t Sentence::*counter) {
        for (std::uint32_t row = 0; row < mentions.size(); ++row) {
            const std::uint32_t owner = sentence_at(layer, mentions.start(row));
            if (owner < sentences.size()) {
                ++(sentences[owner].*counter);
            }
        }
    }

    static void write(attache::Document& document, const attache::Layer& layer,
                      const std::vector<salience::Choice>& chosen) {
        struct Ranked {
            salience::Choice choice;
            int rank;
        };
        std::vector<Ranked> rows;
        for (const salience::Choice& choice : chosen) {
            rows.push_back({choice, static_cast<int>(rows.size()) + 1});
        }
        std::sort(rows.begin(), rows.end(),
                  [](const Ranked& a, const Ranked& b) { return a.choice.sentence < b.choice.sentence; });
        attache::Writer& summary = document.write("summary", {"rank", "score", "sentence"});
        for (const auto& [choice, rank] : rows) {
            summary.add(layer.start(choice.sentence), layer.end(choice.sentence), rank, choice.score,
                        attache::Row{choice.sentence});
        }
    }

    salience::WordList stop_words_;
    salience::WordList openers_;
    std::size_t shortest_;
    salience::Limits limits_;
};

}  // namespace

ATTACHE_PLUGIN(Salience)
