// What one document contributes to the timeline.
#include "reports.h"

#include <algorithm>
#include <attache/utf8.hpp>
#include <string_view>
#include <utility>

#include "comparison.h"
#include "dated_events.h"
#include "dateline.h"
#include "governing_date.h"
#include "parties.h"
#include "substance.h"

namespace timeline {

namespace {

using attache::utf8::CodePoints;

/// A byline or a date stands near the top; further down a dash after a name is part of the sentence.
constexpr std::size_t dateline_sentences = 6;
/// Bytes of the sentence that are kept with a date that could not be resolved.
constexpr std::size_t longest_context = 600;
/// Bytes of a sentence in which the words of its events are found: it is read anew for each.
constexpr std::size_t longest_marked = 4000;

Source source_of(const Article& article, std::size_t number, Span time, const CodePoints& points) {
    const Sentence& sentence = article.sentences[number];
    const auto range = [&](Span span) { return Range{points.at(span.start), points.at(span.end)}; };
    return {std::string(article.id),
            std::string(article.source),
            std::string(article.title),
            std::string(article.published),
            article.line,
            number,
            range(sentence.span),
            range(time),
            sentence.summary_rank};
}

/// Bytes of the mark of a list item: "- ", "• ".
std::size_t bullet_size(std::string_view text) {
    for (const std::string_view bullet : {"- ", "* ", "• ", "– ", "— ", "· ", "▪ "}) {
        if (text.starts_with(bullet)) {
            return bullet.size();
        }
    }
    return 0;
}

void add_unresolved(const Article& article, std::size_t number, const CodePoints& points, Contribution& contribution) {
    const Sentence& sentence = article.sentences[number];
    std::string what;
    for (const TimeExpression& time : sentence.times) {
        const std::string_view reason = reason_of(time);
        if (reason.empty()) {
            continue;
        }
        if (what.empty()) {
            what = shorten(fold_space(slice(article.text, sentence.span)), longest_context);
        }
        contribution.unresolved.push_back({fold_space(slice(article.text, time.span)), std::string(reason), what,
                                           source_of(article, number, time.span, points)});
    }
}

/// The text of a span without what the others, which are in text order and may overlap, cover.
std::string without(std::string_view text, Span whole, const std::vector<Span>& covered) {
    std::string rest;
    std::size_t at = whole.start;
    for (const Span& span : covered) {
        if (span.start > at) {
            rest += slice(text, {at, std::min(span.start, whole.end)});
            rest += ' ';
        }
        at = std::max(at, std::min(span.end, whole.end));
    }
    return rest.append(slice(text, {at, whole.end}));
}

/// Names in their order, those joined by "and" or a comma in that of their terms.
std::uint64_t roles_of(const Sentence& sentence, Span told, std::string_view text) {
    std::vector<Term> names;
    std::size_t joined = 0;  // from where on
    std::size_t end = 0;
    for (const Mention& mention : sentence.mentions) {
        if (mention.span.start < told.start || mention.name.empty()) {
            continue;
        }
        const std::string_view between = mention.span.start > end ? slice(text, {end, mention.span.start}) : "";
        if (between != " and " && between != ", " && between != ", and ") {
            joined = names.size();
        }
        names.push_back(term_of_name(mention.name));
        std::sort(names.begin() + static_cast<std::ptrdiff_t>(joined), names.end());
        end = mention.span.end;
    }
    return hash_of({reinterpret_cast<const char*>(names.data()), names.size() * sizeof(Term)});
}

/// What the report is compared with others by.
void add_terms(const Sentence& sentence, Span told, std::string_view text, std::size_t part, Report& report) {
    std::vector<Span> covered;
    for (const TimeExpression& time : sentence.times) {
        covered.push_back(time.span);
    }
    // Only the same part of a sentence can be told with another date by a copy.
    const std::string wording = comparison_form(without(text, told, covered));
    report.wording = hash_of(part == 0 ? wording : wording + " #" + std::to_string(part));
    for (const Mention& mention : sentence.mentions) {
        if (mention.span.start >= told.start && !mention.name.empty()) {
            covered.push_back(mention.span);
            report.names.push_back(term_of_name(mention.name));
        }
    }
    std::sort(covered.begin(), covered.end(), [](Span a, Span b) { return a.start < b.start; });
    report.words = terms_of(without(text, told, covered));
    report.roles = roles_of(sentence, told, text);
    make_unique(report.names);
}

Event event_of(const EventClause& clause, std::string_view text, const CodePoints& points) {
    Event event;
    event.what = fold_space(clause.what);
    event.label = clause.label;
    event.status = clause.status;
    event.span = {points.at(clause.span.start), points.at(clause.span.end)};
    if (clause.speaker) {
        event.speaker = party_of(*clause.speaker, text).name;
    }
    for (const Mention& mention : clause.sources) {
        add_once(event.who, mention, text);
    }
    for (const Mention& mention : clause.targets) {
        add_once(event.whom, mention, text);
    }
    if (clause.place) {
        add_once(event.where, *clause.place, text);
    }
    return event;
}

/// Where a clause of the sentence stands in what is told of it, which begins at `body` and has its space folded.
Range range_told(std::string_view text, std::size_t body, Span clause) {
    const auto points_before = [&](std::size_t end) {
        // The full stop keeps the space before the clause, which would be trimmed.
        return attache::utf8::count(fold_space(std::string(slice(text, {body, end})) + ".")) - 1;
    };
    const std::size_t start = std::max(body, clause.start);
    return {points_before(start), points_before(std::max(start, clause.end))};
}

/// `time`: where the date stands. `part`: which of the dates that the sentence is told under it is.
Report undated_report_of(const Article& article, std::size_t number, std::size_t body,
                         const std::vector<const EventClause*>& events, Span time, std::size_t part,
                         const CodePoints& points) {
    const Sentence& sentence = article.sentences[number];
    Report report;
    report.what = fold_space(slice(article.text, {body, sentence.span.end}));
    report.source = source_of(article, number, time, points);
    std::size_t reach = events.empty() ? sentence.span.end : 0;
    for (const EventClause* clause : events) {
        Event event = event_of(*clause, article.text, points);
        if (events.size() < sentence.events.size() && report.what.size() <= longest_marked) {
            event.in_what = range_told(article.text, body, clause->span);
        }
        add_distinct(report.events, std::move(event));
        reach = std::max(reach, clause->span.end);
    }
    add_parties(sentence, body, reach, article.text, report);
    add_terms(sentence, {body, sentence.span.end}, article.text, part, report);
    return report;
}

Report report_of(const Article& article, std::size_t number, std::size_t body, const DatedEvents& told,
                 std::size_t part, const CodePoints& points) {
    const TimeExpression& time = told.time;
    Report report = undated_report_of(article, number, body, told.events, time.span, part, points);
    report.begin = *time.begin;
    report.finish = *time.finish;
    report.precision = precision_of(time.value, report.begin, report.finish);
    report.value = time.value;
    report.mod = time.mod;
    report.expression = fold_space(slice(article.text, time.span));
    report.anchor = time.anchor;
    return report;
}

/// Without a date to tell them apart, "he accused the ministry" and the same of others are different events: the
/// parties count as named even where the sentence does not name them.
void add_names_of_parties(const std::vector<const EventClause*>& events, Report& report) {
    for (const EventClause* clause : events) {
        for (const std::vector<Mention>* parties : {&clause->sources, &clause->targets}) {
            for (const Mention& party : *parties) {
                if (!party.name.empty()) {
                    report.names.push_back(term_of_name(party.name));
                }
            }
        }
    }
    make_unique(report.names);
}

/// A report of the events that are in none of the groups.
void add_undated(const Article& article, std::size_t number, std::size_t body, const std::vector<DatedEvents>& dated,
                 const CodePoints& points, Contribution& contribution) {
    const Sentence& sentence = article.sentences[number];
    std::vector<const EventClause*> events;
    for (const EventClause& clause : sentence.events) {
        const bool has_date = std::any_of(dated.begin(), dated.end(), [&](const DatedEvents& told) {
            return std::find(told.events.begin(), told.events.end(), &clause) != told.events.end();
        });
        if (!has_date && !clause.label.empty() && !clause.sources.empty() && !clause.targets.empty()) {
            events.push_back(&clause);
        }
    }
    if (!events.empty()) {
        contribution.undated.push_back(undated_report_of(article, number, body, events, {}, dated.size(), points));
        add_names_of_parties(events, contribution.undated.back());
    }
}

/// Where the sentence begins, after a dateline or the mark of a list item.
std::size_t body_of(const Article& article, std::size_t number) {
    const Sentence& sentence = article.sentences[number];
    const bool may_open = sentence.opens_paragraph && number < dateline_sentences;
    const std::string_view words = slice(article.text, sentence.span);
    const std::size_t head = bullet_size(words);
    return sentence.span.start + (head > 0 || !may_open ? head : dateline_size(words));
}

void add_reports(const Article& article, std::size_t number, const CodePoints& points, Contribution& contribution) {
    const Sentence& sentence = article.sentences[number];
    const std::size_t body = body_of(article, number);
    if (sentence.is_byline) {
        return;
    }
    const std::vector<DatedEvents> dated = dated_events_of(sentence, article.text, body, day_in(article.published));
    std::size_t part = 0;
    for (const DatedEvents& told : dated) {
        if (has_substance(sentence, body, article.text) &&
            (!told.events.empty() || is_news(sentence, told.time.span, body, article.text))) {
            contribution.reports.push_back(report_of(article, number, body, told, part++, points));
        }
    }
    add_undated(article, number, body, dated, points, contribution);
}

std::optional<std::size_t> first_news_of(const Article& article) {
    const std::size_t last = std::min(article.sentences.size(), dateline_sentences);
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

std::vector<Term> terms_of(const Report& report) {
    std::vector<Term> terms = report.words;
    terms.insert(terms.end(), report.names.begin(), report.names.end());
    make_unique(terms);
    return terms;
}

Contribution contribution_of(const Article& article) {
    Contribution contribution;
    const CodePoints points(article.text);
    for (std::size_t number = 0; number < article.sentences.size(); ++number) {
        const Sentence& sentence = article.sentences[number];
        if (!sentence.times.empty() || !sentence.events.empty()) {
            add_unresolved(article, number, points, contribution);
            add_reports(article, number, points, contribution);
        }
    }
    return contribution;
}

std::optional<Report> opening_of(const Article& article) {
    const std::optional<std::size_t> number = first_news_of(article);
    const std::optional<std::int64_t> published = day_in(article.published);
    if (!number || !published || !is_writable(*published) || has_date(article.sentences[*number])) {
        return std::nullopt;
    }
    const std::string day = iso_day(*published);
    const std::string anchor = "published " + day;
    DatedEvents told;
    told.time.value = day;
    told.time.anchor = anchor;
    told.time.begin = told.time.finish = published;
    for (const EventClause& clause : article.sentences[*number].events) {
        if (!clause.time && suits(told.time, clause, published)) {
            told.events.push_back(&clause);
        }
    }
    return report_of(article, *number, body_of(article, *number), told, 0, CodePoints(article.text));
}

}  // namespace timeline
