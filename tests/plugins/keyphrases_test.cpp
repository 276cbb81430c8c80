// The annotator of keyphrases, over the sentences, words, dates and names that the other plugins find.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "testkit/testkit.h"

namespace attache::testkit {
namespace {

const std::string article =
    "ASTANA, May 20 (Xinhua) -- Kazakhstan and China signed a framework agreement on the Caspian pipeline on Monday. "
    "The framework agreement says who pays for the pipeline. Officials said that a joint company would be formed.\n\n"
    "Kazakhstan wants the pipeline to be open by 2027, while Beijing has not yet named a year. "
    "Kassymbek Tokayev, the president of Kazakhstan, called the framework agreement a promise kept.";

Result annotated(const std::string& text, const Set& settings = {}, const std::string& title = "") {
    Article input{text, {{"published", "2024-05-20"}}};
    if (!title.empty()) {
        input.fields["title"] = title;
    }
    return annotate({"sentences", "dates", "entities", "keyphrases"}, input, settings);
}

std::vector<Row> rows_of(const Result& result) {
    EXPECT_EQ(result.rejected, "");
    const auto found = result.layers.find("keyphrase");
    return found == result.layers.end() ? std::vector<Row>{} : found->second;
}

std::vector<std::string> phrases_of(const Result& result) {
    std::vector<std::string> phrases;
    for (const Row& row : rows_of(result)) {
        phrases.push_back(row["text"]);
    }
    return phrases;
}

bool has(const std::vector<std::string>& phrases, const std::string& phrase) {
    return std::find(phrases.begin(), phrases.end(), phrase) != phrases.end();
}

TEST(Keyphrases, AreNamesAndPhrasesThatComeAgain) {
    const auto phrases = phrases_of(annotated(article));
    EXPECT_TRUE(has(phrases, "Kazakhstan"));
    EXPECT_TRUE(has(phrases, "framework agreement"));
}

TEST(Keyphrases, HaveTheirRankScoreAndPlaceTheMostTellingFirst) {
    const auto rows = rows_of(annotated(article));
    ASSERT_GT(rows.size(), 3u);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i]["rank"], std::to_string(i + 1));
        EXPECT_GT(std::stod(rows[i]["score"]), 0);
        EXPECT_LE(std::stod(rows[i]["score"]), i == 0 ? 1 : std::stod(rows[i - 1]["score"]));
        EXPECT_EQ(article.substr(rows[i].start, rows[i].end - rows[i].start), rows[i].text);
    }
}

TEST(Keyphrases, OfANameAreItsCanonicalFormAndItsId) {
    const auto rows =
        rows_of(annotated("The Kazakh minister came. Kazakh envoys left. Kazakh traders stayed in Doha."));
    const auto found =
        std::find_if(rows.begin(), rows.end(), [](const Row& row) { return row["text"] == "Kazakhstan"; });
    ASSERT_NE(found, rows.end());
    EXPECT_EQ((*found)["entity_id"], "country:KZ");
    EXPECT_EQ(found->text, "Kazakh");
}

TEST(Keyphrases, LeaveOutDatelinesDatesOfficesAndVerbs) {
    const auto phrases = phrases_of(annotated(article, {"keyphrases.phrases=100"}));
    for (const char* phrase : {"Astana", "Xinhua", "Monday", "officials", "president", "signed", "May"}) {
        EXPECT_FALSE(has(phrases, phrase)) << phrase;
    }
}

TEST(Keyphrases, DoNotRepeatEachOther) {
    const auto phrases = phrases_of(annotated(article, {"keyphrases.phrases=100"}));
    EXPECT_FALSE(has(phrases, "agreement"));
    EXPECT_FALSE(has(phrases, "framework"));
}

TEST(Keyphrases, OfTheTitleCountForMore) {
    const std::string text = "The envoys discussed a water quota and a grain quota. Rain fell on the wells.";
    EXPECT_FALSE(has(phrases_of(annotated(text)), "wells"));
    EXPECT_TRUE(has(phrases_of(annotated(text, {}, "Quarrel over wells")), "wells"));
}

TEST(Keyphrases, AreAsManyAsAskedForAtMost) {
    EXPECT_EQ(rows_of(annotated(article, {"keyphrases.phrases=2"})).size(), 2u);
    for (const std::string& phrase : phrases_of(annotated(article, {"keyphrases.longest=1"}))) {
        EXPECT_NE(phrase, "framework agreement");
    }
}

TEST(Keyphrases, WorkInOtherScripts) {
    const auto phrases = phrases_of(
        annotated("Переговоры о границе прошли в Алматы. Граница закрыта. Переговоры о границе продолжатся."));
    EXPECT_FALSE(phrases.empty());
    EXPECT_EQ(rows_of(annotated("中国和哈萨克斯坦签署铁路协议。铁路协议涉及边境。")).empty(), false);
}

TEST(Keyphrases, OfNothingAreNone) {
    EXPECT_TRUE(rows_of(annotated("")).empty());
    EXPECT_TRUE(rows_of(annotated("And so on, as ever.")).empty());
    EXPECT_TRUE(annotated("").remarks.empty());
}

TEST(Keyphrases, RefuseToBeNone) {
    EXPECT_THROW(annotated(article, {"keyphrases.phrases=0"}), std::exception);
}

}  // namespace
}  // namespace attache::testkit
