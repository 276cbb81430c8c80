// The summarizer: reads sentences, words and persons, writes the rows of a summary.
#include <algorithm>
#include <attache/plugin.hpp>
#include <attache/utf8.hpp>

#include "concepts.h"
#include "selection.h"
#include "wording/antecedents.h"
#include "wording/coherence.h"
#include "wording/reading.h"
#include "wording/sentence.h"
#include "wording/vocabulary.h"
#include "wording/weights.h"
#include "wording/wording.h"

namespace {

using summarize::Choice;
using summarize::Sentence;
using summarize::Wording;

constexpr std::size_t usual_sentences = 3;
constexpr std::string_view ellipsis = "…";

class Salience {
public:
    explicit Salience(const attache::Settings& settings)
        : reader_(settings),
          openers_(summarize::read_word_list(settings.resource("openers.txt"))),
          phrases_{summarize::read_word_list(settings.resource("agencies.txt")),
                   summarize::read_word_list(settings.resource("connectives.txt"))},
          shortest_(static_cast<std::size_t>(settings.integer("shortest"))),
          by_rank_(settings.text("order") == "rank"),
          unattributed_(settings.flag("trim_attribution")) {
        limits_.sentences = static_cast<std::size_t>(settings.integer("sentences"));
        limits_.words = static_cast<std::size_t>(settings.integer("words"));
        limits_.characters = static_cast<std::size_t>(settings.integer("characters"));
        limits_.overlap = settings.real("overlap");
        if (limits_.sentences == 0 && !limits_.of_size()) {
            limits_.sentences = usual_sentences;
        }
    }

    void annotate(attache::Document& document) {
        vocabulary_.begin_document();
        const std::vector<Sentence> sentences = reader_.sentences_of(document, vocabulary_);
        const std::vector<summarize::Word> title = vocabulary_.known(document.field("title"));
        const summarize::Weights weights;
        const auto names = summarize::antecedents_of(sentences, summarize::persons_of(document));
        const auto wordings = summarize::word_sentences(sentences, names, phrases_, unattributed_);
        const auto concepts =
            summarize::concepts_of(summarize::evidence_of(sentences, wordings, title, vocabulary_.size()));
        const auto worth = summarize::worth_of(sentences, wordings, openers_, shortest_, weights);
        std::vector<summarize::Size> sizes;
        for (const Wording& wording : wordings) {
            sizes.push_back(wording.size);
        }
        const std::vector<Choice> chosen = summarize::select(sentences, sizes, concepts, worth, limits_);
        attache::Writer& summary = document.write("summary", {"rank", "score", "sentence", "text"});
        if (!chosen.empty()) {
            write(summary, wordings, chosen);
        } else if (const auto best = summarize::best_alone(sentences, concepts, worth); best < sentences.size()) {
            write_cut(document, summary, sentences[best], wordings[best], best);
        } else {
            document.remark("no summary: the text has no sentence with a word that says what it is about");
        }
    }

private:
    void write(attache::Writer& summary, const std::vector<Wording>& wordings,
               const std::vector<Choice>& chosen) const {
        struct Ranked {
            Choice choice;
            int rank;
        };
        std::vector<Ranked> rows;
        for (const Choice& choice : chosen) {
            rows.push_back({choice, static_cast<int>(rows.size()) + 1});
        }
        if (!by_rank_) {
            std::sort(rows.begin(), rows.end(),
                      [](const Ranked& a, const Ranked& b) { return a.choice.sentence < b.choice.sentence; });
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto& [choice, rank] = rows[i];
            const Wording& wording = wordings[choice.sentence];
            const bool follows = i > 0 && rows[i - 1].choice.sentence + 1 == choice.sentence;
            const bool followed = i + 1 < rows.size() && rows[i + 1].choice.sentence == choice.sentence + 1;
            summary.add(wording.start, wording.end, rank, choice.score, attache::Row{choice.sentence},
                        wording.shown(follows, followed));
        }
    }

    /// As many words of the sentence as the limits let in, and an ellipsis.
    void write_cut(attache::Document& document, attache::Writer& summary, const Sentence& sentence,
                   const Wording& wording, std::uint32_t row) const {
        std::string best;
        std::size_t words = 0;
        std::uint32_t end = wording.start;
        for (const std::uint32_t word_end : sentence.word_ends) {
            if (sentence.start + word_end <= wording.start) {
                continue;
            }
            const std::size_t head = wording.start - sentence.start;
            std::string part(sentence.text.substr(head, word_end - head));
            part += ellipsis;
            const bool too_long = limits_.words > 0 && summarize::words_in(part, ++words) > limits_.words;
            if (too_long || (limits_.characters > 0 && attache::utf8::count(part) > limits_.characters)) {
                break;
            }
            best = std::move(part);
            end = sentence.start + word_end;
        }
        if (best.empty()) {
            document.remark("no summary: not even one word and an ellipsis are within its limits");
            return;
        }
        summary.add(wording.start, end, 1, 1.0, attache::Row{row}, best);
        document.remark("every sentence is longer than the summary may be; the best one is cut short");
    }

    summarize::Reader reader_;
    summarize::Vocabulary vocabulary_{reader_.lists()};
    summarize::WordList openers_;
    summarize::Phrases phrases_;
    std::size_t shortest_;
    bool by_rank_;
    bool unattributed_;
    summarize::Limits limits_;
};

}  // namespace

ATTACHE_PLUGIN(Salience)
