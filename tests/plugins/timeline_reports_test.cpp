// What sentences made by hand are told as, where texts that annotators read would show it only by chance.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "folding/opening.h"
#include "folding/reports.h"

namespace timeline {
namespace {

Span span_of(std::string_view text, std::string_view part) {
    const std::size_t start = text.find(part);
    return {start, start + part.size()};
}

Mention mention_of(std::string_view text, std::string_view name) {
    Mention mention;
    mention.span = span_of(text, name);
    mention.type = "LOC";
    mention.name = name;
    return mention;
}

EventClause clause_of(std::string_view text, std::string_view what, std::string_view label) {
    EventClause clause;
    clause.span = span_of(text, what);
    clause.what = what;
    clause.label = label;
    clause.status = "fact";
    return clause;
}

Article article_of(std::string_view text, Sentence sentence) {
    Article article;
    article.published = "2024-05-20";
    article.text = text;
    article.line = 1;
    sentence.span = {0, text.size()};
    article.sentences.push_back(std::move(sentence));
    return article;
}

TEST(TimelineReports, AnEventOfAKnownClassSpeaksForAnOpening) {
    const std::string_view text = "Chad outbid Niger, and Mali accused Togo of theft.";
    Sentence sentence;
    for (const std::string_view name : {"Chad", "Niger", "Mali", "Togo"}) {
        sentence.mentions.push_back(mention_of(text, name));
    }
    sentence.events = {clause_of(text, "Chad outbid Niger", ""),
                       clause_of(text, "Mali accused Togo of theft", "ACCUSE")};
    for (EventClause& event : sentence.events) {
        event.sources = {mention_of(text, event.what.substr(0, 4))};
    }
    const auto opening = opening_of(article_of(text, sentence));
    ASSERT_TRUE(opening);
    ASSERT_EQ(opening->events.size(), 2u);
    EXPECT_EQ(opening->events.front().label, "ACCUSE");
}

TEST(TimelineReports, AClauseThatEndsBehindItsSentenceIsMarkedUpToThere) {
    const std::string_view text = "Chad met Niger, and Mali accused Togo. More";
    Sentence sentence;
    sentence.events = {clause_of(text, "Chad met Niger", "CONSULT"),
                       clause_of(text, "Mali accused Togo. More", "ACCUSE")};
    sentence.events.back().sources = {mention_of(text, "Mali")};
    sentence.events.back().targets = {mention_of(text, "Togo")};
    Article article = article_of(text, sentence);
    article.sentences.front().span.end = text.find(" More");
    const Contribution contribution = contribution_of(article);
    ASSERT_EQ(contribution.undated.size(), 1u);
    const Report& report = contribution.undated.front();
    EXPECT_EQ(report.events.front().in_what.start, text.find("Mali"));
    EXPECT_EQ(report.events.front().in_what.end, report.what.size());
}

TEST(TimelineReports, ManyNamesInARowTakeTimeInProportion) {
    std::string text = "On 1 May 2024 envoys met from ";
    Sentence sentence;
    TimeExpression day;
    day.span = span_of(text, "1 May 2024");
    day.type = "DATE";
    day.value = "2024-05-01";
    day.begin = day.finish = 19844;
    sentence.times = {day};
    for (int i = 0; i < 30'000; ++i) {
        Mention mention;
        mention.span = {text.size(), text.size() + 4};
        mention.name = i % 2 == 0 ? "Chad" : "Mali";
        sentence.mentions.push_back(mention);
        text += "Chad, ";
    }
    EXPECT_EQ(contribution_of(article_of(text, sentence)).reports.size(), 1u);
}

}  // namespace
}  // namespace timeline
