// What one document contributes to the timeline.
#include "reports.h"

#include <algorithm>
#include <attache/utf8.hpp>
#include <string_view>

#include "comparison.h"
#include "dated_events.h"
#include "governing_date.h"
#include "sentence_report.h"
#include "substance.h"

namespace timeline {

namespace {

/// Bytes of the sentence that are kept with a date that could not be resolved.
constexpr std::size_t longest_context = 600;

void add_unresolved(const SentencePlace& place, Contribution& contribution) {
    const std::string_view text = place.article.text;
    std::string what;
    for (const TimeExpression& time : place.sentence().times) {
        const std::string_view reason = reason_of(time);
        if (reason.empty()) {
            continue;
        }
        if (what.empty()) {
            what = shorten(fold_space(slice(text, place.sentence().span)), longest_context);
        }
        contribution.unresolved.push_back(
            {fold_space(slice(text, time.span)), std::string(reason), what, source_of(place, time.span)});
    }
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
void add_undated(const SentencePlace& place, const std::vector<DatedEvents>& dated, Contribution& contribution) {
    std::vector<const EventClause*> events;
    for (const EventClause& clause : place.sentence().events) {
        const bool has_date = std::any_of(dated.begin(), dated.end(), [&](const DatedEvents& told) {
            return std::find(told.events.begin(), told.events.end(), &clause) != told.events.end();
        });
        if (!has_date && !clause.is_courtesy && !clause.label.empty() && !clause.sources.empty() &&
            !clause.targets.empty()) {
            events.push_back(&clause);
        }
    }
    if (!events.empty()) {
        contribution.undated.push_back(undated_report_of(place, events, {}, dated.size()));
        add_names_of_parties(events, contribution.undated.back());
    }
}

void add_reports(const SentencePlace& place, Contribution& contribution) {
    const Sentence& sentence = place.sentence();
    if (sentence.is_byline) {
        return;
    }
    const std::string_view text = place.article.text;
    const std::vector<DatedEvents> dated = dated_events_of(sentence, text, place.body, day_in(place.article.published));
    std::size_t part = 0;
    for (const DatedEvents& told : dated) {
        if (has_substance(sentence, place.body, text) &&
            (!told.events.empty() || is_news(sentence, told.time.span, place.body, text))) {
            contribution.reports.push_back(report_of(place, told, part++));
        }
    }
    add_undated(place, dated, contribution);
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
    const attache::utf8::CodePoints points(article.text);
    for (std::size_t number = 0; number < article.sentences.size(); ++number) {
        const Sentence& sentence = article.sentences[number];
        if (!sentence.times.empty() || !sentence.events.empty()) {
            const SentencePlace place{article, points, number, body_of(article, number)};
            add_unresolved(place, contribution);
            add_reports(place, contribution);
        }
    }
    return contribution;
}

}  // namespace timeline
