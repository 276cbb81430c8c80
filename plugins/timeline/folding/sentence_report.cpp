// Makes a report of a sentence.
#include "sentence_report.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "comparison.h"
#include "dateline.h"
#include "parties.h"

namespace timeline {

namespace {

using attache::utf8::CodePoints;

/// A byline or a date stands near the top; further down a dash after a name is part of the sentence.
constexpr std::size_t dateline_sentences = 6;
/// Bytes of a sentence in which the words of its events are found: it is read anew for each.
constexpr std::size_t longest_marked = 4000;

/// Bytes of the mark of a list item: "- ", "• ".
std::size_t bullet_size(std::string_view text) {
    for (const std::string_view bullet : {"- ", "* ", "• ", "– ", "— ", "· ", "▪ "}) {
        if (text.starts_with(bullet)) {
            return bullet.size();
        }
    }
    return 0;
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

/// Stands for the names in their order, those joined by "and" or a comma in that of their terms.
std::uint64_t roles_of(const Sentence& sentence, Span told, std::string_view text) {
    std::vector<Term> names;
    std::size_t joined = 0;  // from where on
    const auto sort_joined = [&] {
        std::sort(names.begin() + static_cast<std::ptrdiff_t>(joined), names.end());
        joined = names.size();
    };
    std::size_t end = 0;
    for (const Mention& mention : sentence.mentions) {
        if (mention.span.start < told.start || mention.name.empty()) {
            continue;
        }
        const std::string_view between = mention.span.start > end ? slice(text, {end, mention.span.start}) : "";
        if (between != " and " && between != ", " && between != ", and ") {
            sort_joined();
        }
        names.push_back(term_of_name(mention.name));
        end = mention.span.end;
    }
    sort_joined();
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
    event.is_courtesy = clause.is_courtesy;
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

/// Where a clause stands in what is told of its sentence: `told` of the text with its space folded.
Range range_told(std::string_view text, Span told, Span clause) {
    const auto points_before = [&](std::size_t end) {
        // The full stop keeps the space before the clause, which would be trimmed.
        return attache::utf8::count(fold_space(std::string(slice(text, {told.start, end})) + ".")) - 1;
    };
    const std::size_t start = std::clamp(clause.start, told.start, told.end);
    return {points_before(start), points_before(std::clamp(clause.end, start, told.end))};
}

}  // namespace

std::size_t body_of(const Article& article, std::size_t number) {
    const Sentence& sentence = article.sentences[number];
    const bool may_open = sentence.opens_paragraph && number < dateline_sentences;
    const std::string_view words = slice(article.text, sentence.span);
    const std::size_t head = bullet_size(words);
    return sentence.span.start + (head > 0 || !may_open ? head : dateline_size(words));
}

Source source_of(const SentencePlace& place, Span time) {
    const Article& article = place.article;
    const auto range = [&](Span span) { return Range{place.points.at(span.start), place.points.at(span.end)}; };
    return {std::string(article.id),
            std::string(article.source),
            std::string(article.title),
            std::string(article.published),
            article.line,
            place.number,
            range(place.sentence().span),
            range(time),
            place.sentence().summary_rank};
}

Report undated_report_of(const SentencePlace& place, const std::vector<const EventClause*>& events, Span time,
                         std::size_t part) {
    const Sentence& sentence = place.sentence();
    const std::string_view text = place.article.text;
    const Span told{place.body, sentence.span.end};
    Report report;
    report.what = fold_space(slice(text, told));
    report.source = source_of(place, time);
    const bool is_marked = events.size() < sentence.events.size() && told.end - told.start <= longest_marked;
    std::size_t reach = events.empty() ? told.end : 0;
    for (const EventClause* clause : events) {
        Event event = event_of(*clause, text, place.points);
        if (is_marked) {
            event.in_what = range_told(text, told, clause->span);
        }
        add_distinct(report.events, std::move(event));
        reach = std::max(reach, clause->span.end);
    }
    add_parties(sentence, place.body, reach, text, report);
    add_terms(sentence, told, text, part, report);
    return report;
}

Report report_of(const SentencePlace& place, const DatedEvents& told, std::size_t part) {
    const TimeExpression& time = told.time;
    Report report = undated_report_of(place, told.events, time.span, part);
    report.begin = *time.begin;
    report.finish = *time.finish;
    report.precision = precision_of(time.value, report.begin, report.finish);
    report.value = time.value;
    report.mod = time.mod;
    report.expression = fold_space(slice(place.article.text, time.span));
    report.anchor = time.anchor;
    return report;
}

}  // namespace timeline
