// The summarizer, over the sentences and words that the sentence splitter finds.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "testkit/testkit.h"

namespace attache::testkit {
namespace {

const std::string article =
    "Chad and Niger agreed on Tuesday to share the water of the northern wells. "
    "The accord on the wells was signed in Doha after two days of talks between Chad and Niger. "
    "A waiter dropped a tray of glasses during the ceremony in the garden.\n\n"
    "“We have been thirsty for a long time. That is over now,” said Mahamat Saleh, the minister of Chad. "
    "He thanked the hosts for the patience that they had shown to everybody.\n\n"
    "Chad and Niger agreed to share the water of the northern wells, the accord says. "
    "Engineers from both countries will measure the water in the wells before the rains begin in June.";

Result summarize(const std::string& text, const Set& settings = {}, const std::string& title = "") {
    Article input{text, {}};
    if (!title.empty()) {
        input.fields["title"] = title;
    }
    return annotate({"sentences", "salience"}, input, settings);
}

std::vector<Row> summary_of(const Result& result) {
    EXPECT_EQ(result.rejected, "");
    const auto found = result.layers.find("summary");
    return found == result.layers.end() ? std::vector<Row>{} : found->second;
}

bool tells(const std::vector<Row>& summary, const std::string& words) {
    return std::any_of(summary.begin(), summary.end(),
                       [&](const Row& row) { return row.text.find(words) != std::string::npos; });
}

TEST(Salience, TheBestSentencesStandInTextOrderWithTheirRanks) {
    const Result result = summarize(article);
    const std::vector<Row> summary = summary_of(result);
    ASSERT_EQ(summary.size(), 3u);
    std::vector<std::string> ranks;
    for (const Row& row : summary) {
        ranks.push_back(row["rank"]);
        const Row& sentence = result.layers.at("sentence").at(std::stoul(row["sentence"]));
        EXPECT_EQ(row.start, sentence.start);
        EXPECT_EQ(row.end, sentence.end);
        EXPECT_GT(std::stod(row["score"]), 0);
    }
    EXPECT_TRUE(
        std::is_sorted(summary.begin(), summary.end(), [](const Row& a, const Row& b) { return a.start < b.start; }));
    std::sort(ranks.begin(), ranks.end());
    EXPECT_EQ(ranks, (std::vector<std::string>{"1", "2", "3"}));
    EXPECT_EQ(summary.front()["rank"], "1");
    EXPECT_TRUE(summary.front().text.starts_with("Chad and Niger agreed on Tuesday"));
}

TEST(Salience, ARepeatedSentenceIsTakenOnce) {
    const std::vector<Row> summary = summary_of(summarize(article));
    EXPECT_TRUE(tells(summary, "agreed on Tuesday"));
    EXPECT_FALSE(tells(summary, "the accord says"));
    EXPECT_TRUE(
        tells(summary_of(summarize(article, {"salience.overlap=1", "salience.sentences=8"})), "the accord says"));
}

TEST(Salience, WhatIsOnlyToldOnTheSideIsLeftOut) {
    EXPECT_FALSE(tells(summary_of(summarize(article, {"salience.sentences=2"})), "tray of glasses"));
}

TEST(Salience, ASentenceThatLeansOnAnotherIsNotTakenAlone) {
    const std::string text =
        "The river commission met in Basel on Monday to discuss the flood.\n\n"
        "A bridge was closed near Kehl because a barge had struck it at night.\n\n"
        "They said that the river commission would discuss the flood and the river again. "
        "The river commission will publish its flood report on the Rhine in the autumn of the year.";
    const std::vector<Row> summary = summary_of(summarize(text, {"salience.sentences=2"}));
    ASSERT_EQ(summary.size(), 2u);
    EXPECT_FALSE(tells(summary, "They said"));
}

TEST(Salience, TheRestOfAQuotationIsNotTakenAlone) {
    const std::string text =
        "The envoy spoke to reporters in Geneva on Friday about the truce and the border.\n\n"
        "“The truce is fragile. The truce at the border is a truce, and the border knows it,” the envoy said.\n\n"
        "Soldiers of both armies left the border during the truce, the mission reported on Friday.";
    const std::vector<Row> summary = summary_of(summarize(text, {"salience.sentences=2"}));
    ASSERT_EQ(summary.size(), 2u);
    EXPECT_FALSE(tells(summary, "the border knows it"));
}

TEST(Salience, ANoteOnTheArticleIsNotOfIt) {
    const std::string text = "(Corrects the number of wells that Chad and Niger share.)\n\n" + article;
    const std::vector<Row> summary = summary_of(summarize(text));
    EXPECT_EQ(summary.size(), 3u);
    EXPECT_FALSE(tells(summary, "Corrects"));
}

TEST(Salience, TheTitlesWordsCount) {
    const std::string text =
        "Ministers from nine countries gathered in the old town on Friday for a meeting.\n\n"
        "A choir of children sang two songs from the mountains before lunch was served.\n\n"
        "Delegates signed the protocol on glacier monitoring and went home by train.\n\n"
        "The hotel had put flowers on every table and flags along the stairs.";
    const auto second = [&](const std::string& title) {
        return summary_of(summarize(text, {"salience.sentences=2"}, title)).back().text;
    };
    EXPECT_TRUE(second("Glacier protocol signed").starts_with("Delegates signed"));
    EXPECT_TRUE(second("Hotel flowers and flags").starts_with("The hotel"));
}

TEST(Salience, WordsLimitTheSummary) {
    const std::vector<Row> summary = summary_of(summarize(article, {"salience.words=20"}));
    ASSERT_EQ(summary.size(), 1u);
    EXPECT_EQ(summary.front()["rank"], "1");
}

TEST(Salience, AShortArticleGivesWhatItHas) {
    EXPECT_EQ(summary_of(summarize("The talks ended on Friday without any agreement.")).size(), 1u);
    EXPECT_EQ(summary_of(summarize("Talks ended.")).size(), 1u);
}

TEST(Salience, AnEmptyDocumentHasNoSummary) {
    EXPECT_TRUE(summary_of(summarize("")).empty());
    EXPECT_TRUE(summary_of(summarize("… — !")).empty());
}

TEST(Salience, WordsOfOtherScriptsAreTheSameInAnyCase) {
    const std::vector<Row> summary =
        summary_of(summarize("Министры Казахстана и Китая подписали в Астане соглашение о торговле.\n\n"
                             "МИНИСТРЫ КАЗАХСТАНА И КИТАЯ ПОДПИСАЛИ В АСТАНЕ СОГЛАШЕНИЕ О ТОРГОВЛЕ.\n\n"
                             "Погода в столице была хорошей, и многие жители гуляли в парках до позднего вечера.",
                             {"salience.sentences=2"}));
    ASSERT_EQ(summary.size(), 2u);
    EXPECT_TRUE(tells(summary, "Министры"));
    EXPECT_TRUE(tells(summary, "Погода"));
}

TEST(Salience, AMegabyteIsSummarizedQuickly) {
    std::string text;
    for (int i = 0; text.size() < 1000000; ++i) {
        text += "The commission met for the " + std::to_string(i) + "th time to discuss the river. ";
    }
    EXPECT_EQ(summary_of(summarize(text, {"salience.sentences=100", "salience.overlap=0.1"})).size(), 1u);
    std::string endless;
    while (endless.size() < 1000000) {
        endless += "river and ";
    }
    EXPECT_EQ(summary_of(summarize(endless)).size(), 1u);
}

TEST(Salience, RefusesSettingsOutOfRange) {
    EXPECT_ANY_THROW(summarize(article, {"salience.sentences=-1"}));
    EXPECT_ANY_THROW(summarize(article, {"salience.order=title"}));
    EXPECT_ANY_THROW(summarize(article, {"salience.overlap=2"}));
    EXPECT_ANY_THROW(summarize(article, {"salience.length=5"}));
}

}  // namespace
}  // namespace attache::testkit
