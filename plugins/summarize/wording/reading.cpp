// Sentences as the other plugins found them.
#include "reading.h"

#include <algorithm>
#include <string>

namespace summarize {
namespace {

constexpr std::size_t longest_boilerplate = 25;  // words
constexpr std::size_t fewest_words = 3;          // of a sentence that says something

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
Kind kind_of(std::string_view kind, std::string_view text) {
    if (kind == "list") {
        return Kind::ListItem;
    }
    const bool note = text.starts_with('(') && text.ends_with(')');
    const bool address = text.find(' ') == text.npos && text.find("://") != text.npos;
    return kind.empty() && !note && !address ? Kind::Prose : Kind::Apparatus;
}

std::string_view longest_word(std::string_view phrase) {
    std::string_view longest;
    for (std::size_t at = 0; at < phrase.size();) {
        const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
        longest = end - at > longest.size() ? phrase.substr(at, end - at) : longest;
        at = end + 1;
    }
    return longest;
}

bool is_word(std::string_view kind) {
    return kind == "word" || kind == "number";
}

/// Gives the sentences their words; those of a sentence stand in a row.
void read_words(const attache::Layer& layer, Article& article, Vocabulary& vocabulary) {
    const auto owners = layer.refs("sentence");
    const auto kinds = layer.texts("kind");
    article.tokens.reserve(layer.size());  // so that none of them moves
    for (std::uint32_t row = 0; row < layer.size();) {
        const attache::Row owner = owners[row];
        const std::size_t first = article.tokens.size();
        Sentence nobodys;
        Sentence& sentence = owner ? article.sentences[owner.number] : nobodys;
        for (; row < layer.size() && owners[row] == owner; ++row) {
            if (!owner || !is_word(kinds[row])) {
                continue;
            }
            const Word word = vocabulary.read(layer.text(row));
            article.tokens.push_back({layer.end(row) - sentence.start, word.number, word.content, word.capital});
            sentence.terms += word.content ? 1U : 0U;
            sentence.addresses += word.address ? 1U : 0U;
            sentence.notices |= word.notices;
        }
        sentence.tokens = std::span(article.tokens).subspan(first);
    }
}

/// The mention with the word before it.
std::string_view with_title(std::string_view text, std::uint32_t start, std::uint32_t end) {
    const std::size_t space = start < 2 ? text.npos : text.find_last_of(" \n", start - 2);
    const std::size_t from = space == text.npos ? 0 : space + 1;
    return text.substr(from, end - from);
}

}  // namespace

Reader::Reader(const attache::Settings& settings)
    : lists_{read_word_list(settings.resource("stop_words.txt")),
             read_word_list(settings.resource("addresses.txt")),
             {}},
      boilerplate_(lines_of(settings.resource("boilerplate.txt"))) {
    for (std::size_t i = 0; i < boilerplate_.size(); ++i) {
        lists_.notices.at(Hash()(stem(longest_word(boilerplate_[i])))) |= notice(i);
    }
}

Article Reader::read(const attache::Document& document, Vocabulary& vocabulary) const {
    const attache::Layer layer = document.read("sentence");
    Article article;
    article.sentences.resize(layer.size());
    const auto paragraphs = layer.integers("paragraph");
    const auto kinds = layer.texts("kind");
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        Sentence& sentence = article.sentences[row];
        sentence.text = layer.text(row);
        sentence.start = layer.start(row);
        sentence.paragraph = paragraphs[row];
        sentence.kind = kind_of(kinds[row], sentence.text);
    }
    read_words(document.read("token"), article, vocabulary);
    for (Sentence& sentence : article.sentences) {
        if (is_boilerplate(sentence)) {
            sentence.kind = Kind::Apparatus;
        }
    }
    return article;
}

/// What a page says of itself, or a line such as "TASHKENT."
bool Reader::is_boilerplate(const Sentence& sentence) const {
    if (sentence.tokens.size() < fewest_words) {
        return true;
    }
    if (sentence.notices == 0 || sentence.tokens.size() > longest_boilerplate) {
        return false;
    }
    std::string lower(sentence.text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (std::size_t i = 0; i < boilerplate_.size(); ++i) {
        if ((sentence.notices & notice(i)) != 0 && lower.find(boilerplate_[i]) != lower.npos) {
            return true;
        }
    }
    return false;
}

void mark_places(const attache::Document& document, std::vector<Sentence>& sentences) {
    const attache::Layer mentions = document.read("entity");
    const auto types = mentions.texts("type");
    std::uint32_t row = 0;
    for (Sentence& sentence : sentences) {
        while (row < mentions.size() && mentions.start(row) < sentence.start) {
            ++row;
        }
        if (row < mentions.size() && mentions.start(row) == sentence.start && types[row] == "LOC") {
            const std::uint32_t end = mentions.end(row);
            // "China-Kazakhstan talks" begins with no place that could be left out.
            const bool half = row + 1 < mentions.size() && mentions.start(row + 1) == end + 1 &&
                              sentence.text.substr(end - sentence.start).starts_with('-');
            sentence.place = half ? 0 : std::min<std::size_t>(end - sentence.start, sentence.text.size());
        }
    }
}

std::vector<Person> persons_of(const attache::Document& document) {
    const attache::Layer sentences = document.read("sentence");
    std::vector<Person> persons;
    const attache::Layer mentions = document.read("entity");
    const auto types = mentions.texts("type");
    const auto ids = mentions.texts("entity_id");
    const auto names = mentions.texts("name");
    for (std::uint32_t row = 0; row < mentions.size(); ++row) {
        const std::uint32_t owner = sentence_at(sentences, mentions.start(row));
        if (types[row] == "PER" && owner < sentences.size()) {
            persons.push_back({owner, ids[row], names[row],
                               with_title(document.text(), mentions.start(row), mentions.end(row)), mentions.text(row),
                               mentions.start(row)});
        }
    }
    return persons;
}

}  // namespace summarize
