// The summarizer: reads sentences, words and persons, writes the rows of a summary.
#include <algorithm>
#include <attache/plugin.hpp>
#include <attache/utf8.hpp>
#include <set>

#include "candidates.h"
#include "concepts.h"
#include "evidence.h"
#include "judge.h"
#include "selection.h"
#include "wording/antecedents.h"
#include "wording/introductions.h"
#include "wording/quotation.h"
#include "wording/reading.h"
#include "wording/sentence.h"
#include "wording/vocabulary.h"
#include "wording/wording.h"

namespace {

using summarize::Candidate;
using summarize::Choice;
using summarize::Sentence;
using summarize::Wording;

constexpr std::size_t usual_sentences = 3;
constexpr std::string_view ellipsis = "…";

class Salience {
public:
    explicit Salience(const attache::Settings& settings)
        : reader_(settings), rules_(rules_of(settings)), by_rank_(settings.text("order") == "rank") {
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
        summarize::Article article = reader_.read(document, vocabulary_);
        summarize::mark_places(document, article.sentences);
        const std::vector<Sentence>& sentences = article.sentences;
        const auto title = vocabulary_.known(document.field("title"));
        const auto persons = summarize::persons_of(document);
        const auto names = summarize::antecedents_of(sentences, persons);
        const auto introductions = summarize::introductions_of(persons);
        const auto marks = summarize::missing_marks(sentences);
        const summarize::Evidence evidence(sentences, marks, title, vocabulary_.size());
        const std::vector<double> weights = summarize::weights_of(evidence);
        const summarize::Judge judge(sentences, names, introductions, marks, rules_);
        const auto candidates = summarize::candidates_of(sentences, evidence, weights, judge, limits_);
        attache::Writer& summary = document.write("summary", {"rank", "score", "sentence", "text"});
        if (!candidates.empty()) {
            write(summary, candidates, summarize::select(candidates, evidence, weights, limits_), introductions);
            return;
        }
        summarize::Limits one;
        one.sentences = 1;
        const auto best = summarize::candidates_of(sentences, evidence, weights, judge, one);
        if (!best.empty()) {
            write_cut(document, summary, sentences[best.front().sentence], best.front());
        } else {
            document.remark("no summary: the text has no sentence with a word that says what it is about");
        }
    }

private:
    static summarize::Rules rules_of(const attache::Settings& settings) {
        summarize::Rules rules;
        rules.phrases = {summarize::read_word_list(settings.resource("agencies.txt")),
                         summarize::read_word_list(settings.resource("connectives.txt")),
                         settings.flag("trim_attribution")};
        rules.openers = summarize::read_word_list(settings.resource("openers.txt"));
        rules.weights.shortest = static_cast<std::size_t>(settings.integer("shortest"));
        return rules;
    }

    void write(attache::Writer& summary, const std::vector<Candidate>& candidates, const std::vector<Choice>& chosen,
               const std::vector<summarize::Introduction>& introductions) const {
        struct Ranked {
            const Candidate* candidate;
            double score;
            int rank;
        };
        std::vector<Ranked> rows;
        for (const Choice& choice : chosen) {
            rows.push_back({&candidates[choice.candidate], choice.score, static_cast<int>(rows.size()) + 1});
        }
        if (!by_rank_) {
            std::sort(rows.begin(), rows.end(),
                      [](const Ranked& a, const Ranked& b) { return a.candidate->sentence < b.candidate->sentence; });
        }
        std::set<std::string_view> introduced;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto& [candidate, score, rank] = rows[i];
            const std::uint32_t sentence = candidate->sentence;
            const bool follows = i > 0 && rows[i - 1].candidate->sentence + 1 == sentence;
            const bool followed = i + 1 < rows.size() && rows[i + 1].candidate->sentence == sentence + 1;
            const Wording& wording = candidate->wording;
            std::vector<summarize::Insertion> names;
            introduced.insert(wording.person);
            for (const auto& introduction : summarize::introductions_in(introductions, sentence)) {
                if (introduced.insert(introduction.person).second) {
                    names.push_back(introduction.rest);
                }
            }
            summary.add(wording.start, wording.end, rank, score, attache::Row{sentence},
                        wording.shown(follows, followed, names));
        }
    }

    /// As many words of the sentence as the limits let in, and an ellipsis.
    void write_cut(attache::Document& document, attache::Writer& summary, const Sentence& sentence,
                   const Candidate& candidate) const {
        const Wording& wording = candidate.wording;
        std::string best;
        std::size_t words = 0;
        std::uint32_t end = wording.start;
        for (const summarize::Token& token : sentence.tokens) {
            if (sentence.start + token.end <= wording.start) {
                continue;
            }
            const std::size_t head = wording.start - sentence.start;
            std::string part(sentence.text.substr(head, token.end - head));
            part += ellipsis;
            const bool too_long = limits_.words > 0 && summarize::words_in(part, ++words) > limits_.words;
            if (too_long || (limits_.characters > 0 && attache::utf8::count(part) > limits_.characters)) {
                break;
            }
            best = std::move(part);
            end = sentence.start + token.end;
        }
        if (best.empty()) {
            document.remark("no summary: not even one word and an ellipsis are within its limits");
            return;
        }
        summary.add(wording.start, end, 1, 1.0, attache::Row{candidate.sentence}, best);
        document.remark("every sentence is longer than the summary may be; the best one is cut short");
    }

    summarize::Reader reader_;
    summarize::Vocabulary vocabulary_{reader_.lists()};
    summarize::Rules rules_;
    bool by_rank_;
    summarize::Limits limits_;
};

}  // namespace

ATTACHE_PLUGIN(Salience)
