// Reads an article out of a document's layers.
#include "layers.h"

#include <cmath>

#include "event_layers.h"

namespace timeline {

namespace {

Span span_of(const attache::Layer& layer, std::uint32_t row) {
    return {layer.start(row), layer.end(row)};
}

std::optional<std::int64_t> day_or_nothing(std::int64_t day) {
    return day == ATTACHE_NO_DAY ? std::nullopt : std::optional(day);
}

std::optional<double> real_or_nothing(double value) {
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::vector<TimeExpression> times_of(const attache::Layer& layer) {
    std::vector<TimeExpression> times;
    if (layer.size() == 0) {
        return times;
    }
    const auto type = layer.texts("type");
    const auto value = layer.texts("value");
    const auto mod = layer.texts("mod");
    const auto anchor = layer.texts("anchor");
    const auto unresolved = layer.texts("unresolved");
    const auto begin = layer.days("begin");
    const auto finish = layer.days("finish");
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        times.push_back({span_of(layer, row), type[row], value[row], mod[row], anchor[row], unresolved[row],
                         day_or_nothing(begin[row]), day_or_nothing(finish[row])});
    }
    return times;
}

std::vector<Mention> mentions_of(const attache::Layer& layer) {
    std::vector<Mention> mentions;
    if (layer.size() == 0) {
        return mentions;
    }
    const auto type = layer.texts("type");
    const auto kind = layer.texts("kind");
    const auto entity_id = layer.texts("entity_id");
    const auto name = layer.texts("name");
    const auto country = layer.texts("country");
    const auto latitude = layer.reals("latitude");
    const auto longitude = layer.reals("longitude");
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        mentions.push_back({span_of(layer, row), type[row], kind[row], entity_id[row], name[row], country[row],
                            real_or_nothing(latitude[row]), real_or_nothing(longitude[row])});
    }
    return mentions;
}

std::vector<Sentence> sentences_of(const attache::Layer& layer, const attache::Layer& summary) {
    std::vector<Sentence> sentences(layer.size());
    if (layer.size() > 0) {
        const auto paragraph = layer.integers("paragraph");
        const auto kind = layer.texts("kind");
        for (std::uint32_t row = 0; row < layer.size(); ++row) {
            sentences[row].span = span_of(layer, row);
            sentences[row].opens_paragraph = row == 0 || paragraph[row] != paragraph[row - 1];
            sentences[row].is_byline = kind[row] == "byline";
        }
    }
    if (summary.size() > 0) {
        const auto rank = summary.integers("rank");
        const auto sentence = summary.refs("sentence");
        for (std::uint32_t row = 0; row < summary.size(); ++row) {
            if (sentence[row] && rank[row] != ATTACHE_NO_INT) {
                sentences.at(sentence[row].number).summary_rank = rank[row];
            }
        }
    }
    return sentences;
}

}  // namespace

Article article_of(const attache::Document& document, std::uint64_t line) {
    Article article{document.field("id"),
                    document.field("source"),
                    document.field("title"),
                    document.field("published"),
                    document.text(),
                    line,
                    sentences_of(document.read("sentence"), document.read("summary"))};
    const std::vector<TimeExpression> times = times_of(document.read("time"));
    const std::vector<Mention> mentions = mentions_of(document.read("entity"));
    add_to_sentences(times, article.sentences);
    add_to_sentences(mentions, article.sentences);
    add_events(document, times, mentions, article);
    return article;
}

}  // namespace timeline
