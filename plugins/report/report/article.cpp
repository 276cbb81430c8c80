// Reads what the page shows out of a document's layers.
#include "article.h"

#include <algorithm>
#include <span>
#include <utility>

#include "pages/html.h"

namespace report {

namespace {

constexpr std::size_t longest_name_in_key = 200;

std::vector<Sentence> sentences_of(const attache::Layer& layer, const attache::Layer& summary) {
    std::vector<Sentence> sentences(layer.size());
    if (layer.size() > 0) {
        const auto paragraph = layer.integers("paragraph");
        const auto kind = layer.texts("kind");
        for (std::uint32_t row = 0; row < layer.size(); ++row) {
            sentences[row] = {layer.start(row), layer.end(row), paragraph[row], kind[row]};
        }
    }
    if (summary.size() > 0) {
        const auto rank = summary.integers("rank");
        const auto sentence = summary.refs("sentence");
        const auto told = summary.texts("text");
        for (std::uint32_t row = 0; row < summary.size(); ++row) {
            if (sentence[row] && rank[row] != ATTACHE_NO_INT) {
                sentences.at(sentence[row].number).rank = rank[row];
                sentences.at(sentence[row].number).told = told[row];
            }
        }
    }
    return sentences;
}

std::vector<Mention> mentions_of(const attache::Layer& layer) {
    std::vector<Mention> mentions(layer.size());
    if (mentions.empty()) {
        return mentions;
    }
    const auto type = layer.texts("type");
    const auto kind = layer.texts("kind");
    const auto entity_id = layer.texts("entity_id");
    const auto name = layer.texts("name");
    const auto evidence = layer.texts("evidence");
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        const std::string_view known_as = name[row];
        mentions[row] = {layer.start(row), layer.end(row), type[row],
                         kind[row],        entity_id[row], known_as.empty() ? layer.text(row) : known_as,
                         evidence[row]};
    }
    return mentions;
}

/// Rows of one span are the members of one group.
std::vector<Group> groups_of(const attache::Layer& layer, const std::vector<Mention>& mentions) {
    std::vector<Group> groups;
    const auto member = layer.size() == 0 ? std::span<const attache::Row>() : layer.refs("member");
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        if (groups.empty() || groups.back().start != layer.start(row) || groups.back().end != layer.end(row)) {
            groups.push_back({layer.start(row), layer.end(row), {}});
        }
        if (member[row]) {
            groups.back().members.push_back(mentions.at(member[row].number).name);
        }
    }
    return groups;
}

std::vector<TimeExpression> times_of(const attache::Layer& layer) {
    std::vector<TimeExpression> times(layer.size());
    if (times.empty()) {
        return times;
    }
    const auto type = layer.texts("type");
    const auto value = layer.texts("value");
    const auto mod = layer.texts("mod");
    const auto anchor = layer.texts("anchor");
    const auto unresolved = layer.texts("unresolved");
    const auto begin = layer.days("begin");
    const auto finish = layer.days("finish");
    const auto day = [](std::int64_t days) { return days == ATTACHE_NO_DAY ? std::nullopt : std::optional(days); };
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        times[row] = {layer.start(row), layer.end(row),  type[row],       value[row],      mod[row],
                      anchor[row],      unresolved[row], day(begin[row]), day(finish[row])};
    }
    return times;
}

/// The layer has them best first.
std::vector<std::string_view> keyphrases_of(const attache::Layer& layer) {
    std::vector<std::string_view> phrases(layer.size());
    if (phrases.empty()) {
        return phrases;
    }
    const auto text = layer.texts("text");
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        phrases[row] = text[row];
    }
    return phrases;
}

}  // namespace

Article article_of(const attache::Document& document, std::uint64_t number) {
    std::vector<Mention> mentions = mentions_of(document.read("entity"));
    std::vector<Group> groups = groups_of(document.read("collective"), mentions);
    return {document.field("id"),
            document.field("source"),
            document.field("title"),
            document.field("published"),
            document.text(),
            number,
            sentences_of(document.read("sentence"), document.read("summary")),
            std::move(mentions),
            std::move(groups),
            times_of(document.read("time")),
            keyphrases_of(document.read("keyphrase"))};
}

std::string_view heading_of(const Article& article) {
    return article.title.empty() ? article.id : article.title;
}

std::string entity_key(std::string_view type, std::string_view entity_id, std::string_view name) {
    if (entity_id.find(':') != entity_id.npos) {
        return std::string(entity_id);
    }
    return std::string(type) + " " + in_brief(name, longest_name_in_key);
}

std::string entity_anchor(std::string_view key) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : key) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    hash ^= hash >> 29;
    constexpr std::string_view letters = "0123456789abcdefghijklmnopqrstuv";
    std::string anchor;
    for (int i = 0; i < 12; ++i, hash >>= 5) {
        anchor += letters[hash & 31];
    }
    return anchor;
}

std::string document_anchor(std::uint64_t document) {
    std::string anchor = "d";
    anchor += std::to_string(document);
    return anchor;
}

std::string sentence_anchor(std::uint64_t document, std::uint64_t sentence) {
    std::string anchor = document_anchor(document);
    anchor += "-s";
    anchor += std::to_string(sentence);
    return anchor;
}

std::uint64_t sentence_at(const Article& article, std::size_t position) {
    const auto after = std::upper_bound(article.sentences.begin(), article.sentences.end(), position,
                                        [](std::size_t at, const Sentence& sentence) { return at < sentence.start; });
    if (after == article.sentences.begin() || std::prev(after)->end <= position) {
        return 0;
    }
    return static_cast<std::uint64_t>(after - article.sentences.begin());
}

}  // namespace report
