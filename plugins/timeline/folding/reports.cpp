// What one document contributes to the timeline.
#include "reports.h"

#include <algorithm>
#include <array>
#include <attache/utf8.hpp>
#include <string_view>
#include <tuple>

#include "comparison.h"
#include "dateline.h"

namespace timeline {

namespace {

using attache::utf8::CodePoints;

/// A byline or a date stands near the top; further down a dash after a name is part of the sentence.
constexpr std::size_t dateline_sentences = 6;
/// Letters and digits, in bytes, that a sentence needs beside its dates to report something.
constexpr std::size_t least_substance = 12;
/// Names that an entry lists as `who`, and as `where`.
constexpr std::size_t most_parties = 50;
/// Bytes of the sentence that are kept with a date that could not be resolved.
constexpr std::size_t longest_context = 600;

std::string_view slice(std::string_view text, Span span) {
    return text.substr(span.start, span.end - span.start);
}

bool is_date(const TimeExpression& time) {
    return time.type == "DATE" || time.type == "TIME";
}

/// Why a date with a value still has no place in the timeline; empty if that is by design.
std::string_view reason_of(const TimeExpression& time) {
    if (!time.unresolved.empty()) {
        return time.unresolved;
    }
    if (is_date(time) && time.begin && time.finish && !is_on_calendar(time) && !time.value.ends_with("_REF")) {
        return "outside the years 1 to 9998";
    }
    return {};
}

const TimeExpression* governing(const Sentence& sentence, std::size_t dateline_end) {
    const auto order = [&](const TimeExpression& time) {
        const bool in_dateline = time.span.start < dateline_end;
        const Precision precision = precision_of(time.value, *time.begin, *time.finish);
        const int tier = in_dateline ? 1 : precision < Precision::Year ? 0 : 2;
        return std::tuple(tier, precision == Precision::Time ? Precision::Day : precision, time.span.start);
    };
    const TimeExpression* best = nullptr;
    for (const TimeExpression& time : sentence.times) {
        if (is_on_calendar(time) && (best == nullptr || order(time) < order(*best))) {
            best = &time;
        }
    }
    return best;
}

std::size_t count_substance(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return static_cast<signed char>(c) < 0 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z');
    }));
}

bool says_something(const Sentence& sentence, std::size_t body, std::string_view text) {
    std::size_t dates = 0;
    for (const TimeExpression& time : sentence.times) {
        dates += time.span.start >= body ? count_substance(slice(text, time.span)) : 0;
    }
    const std::size_t all = count_substance(slice(text, {body, sentence.span.end}));
    return all >= dates + least_substance;
}

bool is_country(const Mention& mention) {
    return mention.kind == "country" || mention.kind == "nationality" || mention.entity_id.starts_with("country:");
}

/// "in Kazakhstan" says where; "Kazakhstan said" says who.
bool follows_preposition(std::string_view text, std::size_t start) {
    constexpr std::array<std::string_view, 9> prepositions = {"across", "at",      "in",      "inside",    "into",
                                                              "near",   "outside", "through", "throughout"};
    std::string_view before = text.substr(0, start);
    if (before.ends_with(" the ")) {
        before.remove_suffix(4);
    }
    if (!before.ends_with(' ')) {
        return false;
    }
    before.remove_suffix(1);
    return std::any_of(prepositions.begin(), prepositions.end(), [&](std::string_view word) {
        if (!before.ends_with(word)) {
            return false;
        }
        const std::size_t at = before.size() - word.size();
        return at == 0 || before[at - 1] == ' ' || before[at - 1] == '\n';
    });
}

void add_once(std::vector<Party>& parties, const Mention& mention, std::string_view text) {
    if (parties.size() >= most_parties) {
        return;
    }
    Party party{fold_space(mention.name.empty() ? slice(text, mention.span) : mention.name), std::string(mention.type),
                std::string(mention.entity_id), mention.latitude, mention.longitude};
    const bool known = std::any_of(parties.begin(), parties.end(), [&](const Party& other) {
        return party.entity_id.empty() ? other.entity_id.empty() && other.name == party.name
                                       : other.entity_id == party.entity_id;
    });
    if (!known && !party.name.empty()) {
        parties.push_back(std::move(party));
    }
}

/// The place in the dateline is where the news was written: it counts only if the sentence names no other.
void add_parties(const Sentence& sentence, std::size_t body, std::string_view text, Report& report) {
    std::vector<Party> dateline_places;
    for (const Mention& mention : sentence.mentions) {
        const bool is_place = mention.type == "LOC";
        if (mention.span.start < body) {
            if (is_place) {
                add_once(dateline_places, mention, text);
            }
        } else if (is_place && (!is_country(mention) || follows_preposition(text, mention.span.start))) {
            add_once(report.where, mention, text);
        } else if (is_country(mention) || mention.type == "PER" || mention.type == "ORG") {
            add_once(report.who, mention, text);
        }
    }
    if (report.where.empty()) {
        report.where = std::move(dateline_places);
    }
}

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
void add_terms(const Sentence& sentence, Span told, std::string_view text, Report& report) {
    std::vector<Span> covered;
    for (const TimeExpression& time : sentence.times) {
        covered.push_back(time.span);
    }
    report.wording = hash_of(comparison_form(without(text, told, covered)));
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

void add_report(const Article& article, std::size_t number, const CodePoints& points, Contribution& contribution) {
    const Sentence& sentence = article.sentences[number];
    const bool may_open = sentence.opens_paragraph && number < dateline_sentences;
    const std::string_view words = slice(article.text, sentence.span);
    const std::size_t head = bullet_size(words);
    const std::size_t body = sentence.span.start + (head > 0 || !may_open ? head : dateline_size(words));
    const TimeExpression* time = governing(sentence, body);
    if (time == nullptr || sentence.is_byline || !says_something(sentence, body, article.text)) {
        return;
    }
    Report report;
    report.begin = *time->begin;
    report.finish = *time->finish;
    report.precision = precision_of(time->value, report.begin, report.finish);
    report.value = time->value;
    report.mod = time->mod;
    report.expression = fold_space(slice(article.text, time->span));
    report.anchor = time->anchor;
    report.what = fold_space(slice(article.text, {body, sentence.span.end}));
    report.source = source_of(article, number, time->span, points);
    add_parties(sentence, body, article.text, report);
    add_terms(sentence, {body, sentence.span.end}, article.text, report);
    contribution.reports.push_back(std::move(report));
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
        if (!article.sentences[number].times.empty()) {
            add_unresolved(article, number, points, contribution);
            add_report(article, number, points, contribution);
        }
    }
    return contribution;
}

}  // namespace timeline
