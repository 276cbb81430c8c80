// Reads events out of a document's layers.
#include "event_layers.h"

#include <algorithm>

#include "calendar.h"
#include "dated_events.h"

namespace timeline {

namespace {

/// Below are two countries that a sentence names beside a deed: enough to search for, too little to tell as an event.
constexpr double least_confidence = 0.33;

struct Quotation {
    Span span;
    bool is_direct = false;
    std::optional<Mention> speaker;
};

template <class Item>
std::optional<Item> item_at(attache::Row row, const std::vector<Item>& items) {
    return row ? std::optional(items.at(row.number)) : std::nullopt;
}

bool overlap(Span a, Span b) {
    return a.start < b.end && b.start < a.end;
}

/// In text order, so that those that end before a place can be left behind.
std::vector<Quotation> quotations_of(const attache::Layer& layer, const std::vector<Mention>& mentions) {
    std::vector<Quotation> quotations;
    if (layer.size() == 0) {
        return quotations;
    }
    const auto kind = layer.texts("kind");
    const auto speaker = layer.refs("speaker");
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        quotations.push_back(
            {{layer.start(row), layer.end(row)}, kind[row] == "direct", item_at(speaker[row], mentions)});
    }
    return quotations;
}

void add_quotations(const std::vector<Quotation>& quotations, std::vector<Sentence>& sentences) {
    auto sentence = sentences.begin();
    for (const Quotation& quotation : quotations) {
        while (sentence != sentences.end() && sentence->span.end <= quotation.span.start) {
            ++sentence;
        }
        for (auto touched = sentence; touched != sentences.end() && touched->span.start < quotation.span.end;
             ++touched) {
            if (quotation.is_direct) {
                touched->quotations.push_back(quotation.span);
            }
        }
    }
}

/// Whose words an event stands in: those of the first who is named.
std::optional<Mention> speaker_of(Span clause, const std::vector<Quotation>& quotations) {
    auto quotation = std::partition_point(quotations.begin(), quotations.end(),
                                          [&](const Quotation& other) { return other.span.end <= clause.start; });
    for (; quotation != quotations.end() && quotation->span.start < clause.end; ++quotation) {
        if (quotation->speaker) {
            return quotation->speaker;
        }
    }
    return std::nullopt;
}

void settle_date(EventClause& event, std::optional<std::int64_t> published) {
    if (!event.time || !is_on_calendar(*event.time) || suits(*event.time, event, published)) {
        return;
    }
    if (!overlap(event.span, event.time->span)) {
        event.time.reset();
    } else if (event.status == "fact") {
        event.status = "plan";
    }
}

}  // namespace

void add_events(const attache::Document& document, const std::vector<TimeExpression>& times,
                const std::vector<Mention>& mentions, Article& article) {
    const std::vector<Quotation> quotations = quotations_of(document.read("quote"), mentions);
    add_quotations(quotations, article.sentences);
    const attache::Layer layer = document.read("event");
    if (layer.size() == 0) {
        return;
    }
    const auto what = layer.texts("what");
    const auto label = layer.texts("class");
    const auto status = layer.texts("status");
    const auto sentence = layer.refs("sentence");
    const auto time = layer.refs("time");
    const auto place = layer.refs("place");
    const auto confidence = layer.reals("confidence");
    const auto kind = layer.texts("kind");
    std::vector<EventClause> events(layer.size());
    const attache::Layer participants = document.read("participant");
    if (participants.size() > 0) {
        const auto event = participants.refs("event");
        const auto entity = participants.refs("entity");
        const auto role = participants.texts("role");
        for (std::uint32_t row = 0; row < participants.size(); ++row) {
            if (event[row] && entity[row]) {
                EventClause& taken_part_in = events.at(event[row].number);
                (role[row] == "source" ? taken_part_in.sources : taken_part_in.targets)
                    .push_back(mentions.at(entity[row].number));
            }
        }
    }
    const std::optional<std::int64_t> published = day_in(article.published);
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        if (!sentence[row] || confidence[row] < least_confidence) {
            continue;
        }
        EventClause& event = events[row];
        event.span = {layer.start(row), layer.end(row)};
        event.what = what[row];
        event.label = label[row];
        event.status = status[row];
        event.is_courtesy = kind[row] == "courtesy";
        event.time = item_at(time[row], times);
        event.place = item_at(place[row], mentions);
        if (event.status == "claim" || event.status == "denial") {
            event.speaker = speaker_of(event.span, quotations);
        }
        settle_date(event, published);
        article.sentences.at(sentence[row].number).events.push_back(std::move(event));
    }
}

}  // namespace timeline
