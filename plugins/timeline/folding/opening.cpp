// What an article begins with.
#include "opening.h"

#include <algorithm>
#include <attache/utf8.hpp>
#include <string>

#include "dated_events.h"
#include "governing_date.h"
#include "sentence_report.h"
#include "substance.h"

namespace timeline {

namespace {

/// Sentences among which the first news is looked for, after a headline, a byline or a date.
constexpr std::size_t head = 6;

std::optional<std::size_t> first_news_of(const Article& article) {
    const std::size_t last = std::min(article.sentences.size(), head);
    for (std::size_t number = 0; number < last; ++number) {
        const Sentence& sentence = article.sentences[number];
        const std::size_t body = body_of(article, number);
        if (!sentence.is_byline && has_substance(sentence, body, article.text) &&
            is_news(sentence, {}, body, article.text)) {
            return number;
        }
    }
    return std::nullopt;
}

/// Also one that could not be resolved.
bool has_date(const Sentence& sentence) {
    return std::any_of(sentence.times.begin(), sentence.times.end(),
                       [](const TimeExpression& time) { return is_on_calendar(time) || !reason_of(time).empty(); });
}

}  // namespace

std::optional<Report> opening_of(const Article& article) {
    const std::optional<std::size_t> number = first_news_of(article);
    const std::optional<std::int64_t> published = day_in(article.published);
    if (!number || !published || !is_writable(*published) || has_date(article.sentences[*number])) {
        return std::nullopt;
    }
    const std::string day = iso_day(*published);
    const std::string anchor = "published " + day;
    TimeExpression time;
    time.value = day;
    time.anchor = anchor;
    time.begin = time.finish = published;
    const DatedEvents told = events_told_under(time, article.sentences[*number], published);
    const attache::utf8::CodePoints points(article.text);
    return report_of({article, points, *number, body_of(article, *number)}, told, 0);
}

}  // namespace timeline
