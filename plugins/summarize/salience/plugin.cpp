// The summarizer: reads sentences, words and persons, writes the rows of a summary.
#include <algorithm>
#include <attache/plugin.hpp>
#include <attache/utf8.hpp>

#include "antecedents.h"
#include "coherence.h"
#include "concepts.h"
#include "selection.h"
#include "sentence.h"
#include "vocabulary.h"
#include "weights.h"
#include "wording.h"

namespace {

using salience::Choice;
using salience::Sentence;
using salience::Wording;

constexpr std::size_t longest_boilerplate = 25;  // words
constexpr std::size_t usual_sentences = 3;
constexpr std::size_t usual_words = 32;  // of a sentence, to make room for
constexpr std::size_t fewest_words = 3;  // of a sentence that says something
constexpr std::string_view ellipsis = "…";

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

/// A note in brackets, such as "(Corrects the year …)", is about the article and not of it; so is its address.
salience::Kind kind_of(std::string_view kind, std::string_view text) {
    if (kind == "list") {
        return salience::Kind::ListItem;
    }
    const bool note = text.starts_with('(') && text.ends_with(')');
    const bool address = text.find(' ') == text.npos && text.find("://") != text.npos;
    return kind.empty() && !note && !address ? salience::Kind::Prose : salience::Kind::Apparatus;
}

std::string longest_word(const std::string& phrase) {
    std::string longest;
    for (std::size_t at = 0; at < phrase.size();) {
        const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
        longest = end - at > longest.size() ? phrase.substr(at, end - at) : longest;
        at = end + 1;
    }
    return longest;
}

/// The mention with the word before it.
std::string_view with_title(std::string_view text, std::uint32_t start, std::uint32_t end) {
    const std::size_t space = start < 2 ? text.npos : text.find_last_of(" \n", start - 2);
    const std::size_t from = space == text.npos ? 0 : space + 1;
    return text.substr(from, end - from);
}

class Salience {
public:
    explicit Salience(const attache::Settings& settings)
        : lists_{salience::read_word_list(settings.resource("stop_words.txt")),
                 salience::read_word_list(settings.resource("addresses.txt")),
                 {}},
          openers_(salience::read_word_list(settings.resource("openers.txt"))),
          boilerplate_(salience::read_word_list(settings.resource("boilerplate.txt"))),
          phrases_{salience::read_word_list(settings.resource("agencies.txt")),
                   salience::read_word_list(settings.resource("connectives.txt"))},
          shortest_(static_cast<std::size_t>(settings.integer("shortest"))),
          by_rank_(settings.text("order") == "rank"),
          unattributed_(settings.flag("trim_attribution")) {
        for (const std::string& phrase : boilerplate_) {
            lists_.notices.emplace(salience::stem(longest_word(phrase)));
        }
        limits_.sentences = static_cast<std::size_t>(settings.integer("sentences"));
        limits_.words = static_cast<std::size_t>(settings.integer("words"));
        limits_.characters = static_cast<std::size_t>(settings.integer("characters"));
        limits_.overlap = settings.real("overlap");
        if (limits_.sentences == 0 && !limits_.of_size()) {
            limits_.sentences = usual_sentences;
        }
    }

    void annotate(attache::Document& document) {
        const attache::Layer layer = document.read("sentence");
        salience::Vocabulary vocabulary(lists_);
        const std::vector<Sentence> sentences = read_sentences(document, layer, vocabulary);
        const std::vector<std::uint32_t> title = vocabulary.known(document.field("title"));
        const salience::Weights weights;
        const auto names = salience::antecedents_of(sentences, read_persons(document, layer));
        const auto wordings = salience::word_sentences(sentences, names, phrases_, unattributed_);
        const auto concepts = salience::concepts_of(sentences, title, vocabulary.size(), weights);
        const auto worth = salience::worth_of(sentences, wordings, openers_, shortest_, weights);
        std::vector<salience::Size> sizes;
        for (const Wording& wording : wordings) {
            sizes.push_back(wording.size);
        }
        const std::vector<Choice> chosen = salience::select(sentences, sizes, concepts, worth, limits_);
        attache::Writer& summary = document.write("summary", {"rank", "score", "sentence", "text"});
        if (!chosen.empty()) {
            write(summary, wordings, chosen);
        } else if (const auto best = salience::best_alone(sentences, concepts, worth); best < sentences.size()) {
            write_cut(document, summary, sentences[best], wordings[best], best);
        } else {
            document.remark("no summary: the text has no sentence with a word that says what it is about");
        }
    }

private:
    std::vector<Sentence> read_sentences(const attache::Document& document, const attache::Layer& layer,
                                         salience::Vocabulary& vocabulary) const {
        std::vector<Sentence> sentences(layer.size());
        const auto paragraphs = layer.integers("paragraph");
        const auto kinds = layer.texts("kind");
        for (std::uint32_t row = 0; row < layer.size(); ++row) {
            sentences[row].text = layer.text(row);
            sentences[row].start = layer.start(row);
            sentences[row].paragraph = paragraphs[row];
            sentences[row].word_ends.reserve(usual_words);
            sentences[row].terms.reserve(usual_words);
            sentences[row].kind = kind_of(kinds[row], layer.text(row));
        }
        read_words(document.read("token"), sentences, vocabulary);
        for (Sentence& sentence : sentences) {
            if (is_boilerplate(sentence)) {
                sentence.kind = salience::Kind::Apparatus;
            }
        }
        return sentences;
    }

    void read_words(const attache::Layer& tokens, std::vector<Sentence>& sentences,
                    salience::Vocabulary& vocabulary) const {
        const auto owners = tokens.refs("sentence");
        const auto kinds = tokens.texts("kind");
        for (std::uint32_t row = 0; row < tokens.size(); ++row) {
            if (!owners[row] || (kinds[row] != "word" && kinds[row] != "number")) {
                continue;
            }
            Sentence& sentence = sentences[owners[row].number];
            sentence.word_ends.push_back(tokens.end(row) - sentence.start);
            const salience::Word word = vocabulary.read(tokens.text(row));
            if (word.term) {
                sentence.terms.push_back(*word.term);
            }
            sentence.addresses += word.address ? 1U : 0U;
            sentence.has_notice = sentence.has_notice || word.notice;
        }
    }

    /// What a page says of itself, or a line such as "TASHKENT."
    bool is_boilerplate(const Sentence& sentence) const {
        if (sentence.word_ends.size() < fewest_words) {
            return true;
        }
        if (!sentence.has_notice || sentence.word_ends.size() > longest_boilerplate) {
            return false;
        }
        std::string lower(sentence.text);
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return std::any_of(boilerplate_.begin(), boilerplate_.end(),
                           [&](const std::string& phrase) { return lower.find(phrase) != lower.npos; });
    }

    static std::vector<salience::Person> read_persons(const attache::Document& document,
                                                      const attache::Layer& sentences) {
        std::vector<salience::Person> persons;
        const attache::Layer mentions = document.read("entity");
        const auto types = mentions.texts("type");
        const auto ids = mentions.texts("entity_id");
        const auto names = mentions.texts("name");
        for (std::uint32_t row = 0; row < mentions.size(); ++row) {
            const std::uint32_t owner = sentence_at(sentences, mentions.start(row));
            if (types[row] == "PER" && owner < sentences.size()) {
                persons.push_back(
                    {owner, ids[row], names[row], with_title(document.text(), mentions.start(row), mentions.end(row))});
            }
        }
        return persons;
    }

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
            const bool too_long = limits_.words > 0 && salience::words_in(part, ++words) > limits_.words;
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

    salience::WordLists lists_;
    salience::WordList openers_;
    salience::WordList boilerplate_;
    salience::Phrases phrases_;
    std::size_t shortest_;
    bool by_rank_;
    bool unattributed_;
    salience::Limits limits_;
};

}  // namespace

ATTACHE_PLUGIN(Salience)
