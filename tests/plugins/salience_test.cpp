// The summarizer, over the sentences and words that the sentence splitter finds.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
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

/// The texts of the rows, with one space between.
std::string shown(const std::vector<Row>& summary) {
    std::string text;
    for (const Row& row : summary) {
        text += (text.empty() ? "" : " ") + row["text"];
    }
    return text;
}

std::size_t pieces(const std::string& text) {
    std::istringstream words(text);
    return static_cast<std::size_t>(
        std::distance(std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()));
}

std::size_t code_points(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Sentences of several lengths, in scripts with and without spaces between words.
const std::vector<std::string> scripts = {
    article,
    "Министры Казахстана и Китая подписали в Астане соглашение о торговле. Погода в столице была хорошей. "
    "Многие жители гуляли в парках до позднего вечера -- и утром тоже.",
    "وقع وزراء خارجية الصين وكازاخستان اتفاقا حول السكك الحديدية. قال الوزير إن العمل سيبدأ في الربيع.",
    "中国和哈萨克斯坦的外交部长星期一在阿斯塔纳签署了铁路协议。双方同意明年春天开工。乌兹别克斯坦也将参加这个项目。",
    "รัฐมนตรีต่างประเทศของจีนและคาซัคสถานลงนามในข้อตกลงรถไฟเมื่อวันจันทร์"};

TEST(Salience, BudgetsOfWordsAndCharactersAreKeptInEveryScript) {
    for (const std::string& text : scripts) {
        for (const std::size_t limit : {1U, 2U, 5U, 9U, 16U, 33U, 60U}) {
            const std::string words = shown(summary_of(summarize(text, {"salience.words=" + std::to_string(limit)})));
            EXPECT_LE(pieces(words), limit) << words;
            EXPECT_FALSE(words.empty()) << text << limit;
            const std::string characters =
                shown(summary_of(summarize(text, {"salience.characters=" + std::to_string(limit)})));
            EXPECT_LE(code_points(characters), limit) << characters;
        }
    }
}

TEST(Salience, WordsWithoutSpacesBetweenThemAreCounted) {
    const std::string few = shown(summary_of(summarize(scripts[3], {"salience.words=8"})));
    EXPECT_GT(code_points(few), 8u);
    EXPECT_LT(code_points(few), 30u);
    EXPECT_TRUE(few.ends_with("…"));
}

TEST(Salience, WhatDoesNotFitIsCutAndRemarkedOn) {
    const Result result = summarize(article, {"salience.words=4"});
    const std::vector<Row> summary = summary_of(result);
    ASSERT_EQ(summary.size(), 1u);
    EXPECT_EQ(summary.front()["text"], "Chad and Niger agreed…");
    EXPECT_EQ(summary.front().text, "Chad and Niger agreed");
    EXPECT_EQ(result.remarks.size(), 1u);
    const Result nothing = summarize(article, {"salience.characters=3"});
    EXPECT_TRUE(summary_of(nothing).empty());
    EXPECT_EQ(nothing.remarks.size(), 1u);
}

TEST(Salience, ABudgetIsFilledByWhatFitsTogether) {
    // The first sentence alone tells the most, but leaves no room for another.
    const std::string text =
        "Ministers of Chad and Niger met in the old palace of Doha to discuss wells, roads, schools and the border. "
        "Chad and Niger agreed to share wells and roads. Schools on the border will open in May.";
    EXPECT_EQ(shown(summary_of(summarize(text, {"salience.words=18"}))),
              "Chad and Niger agreed to share wells and roads. Schools on the border will open in May.");
}

TEST(Salience, SentencesAloneOrWithOtherLimits) {
    EXPECT_EQ(summary_of(summarize(article, {"salience.sentences=1"})).size(), 1u);
    EXPECT_EQ(summary_of(summarize(article, {"salience.sentences=1", "salience.words=200"})).size(), 1u);
    EXPECT_GT(summary_of(summarize(article, {"salience.words=200"})).size(), 3u);
}

TEST(Salience, ByRankTheMostTellingComesFirst) {
    const std::vector<Row> summary = summary_of(summarize(article, {"salience.order=rank", "salience.sentences=4"}));
    ASSERT_EQ(summary.size(), 4u);
    for (std::size_t i = 0; i < summary.size(); ++i) {
        EXPECT_EQ(summary[i]["rank"], std::to_string(i + 1));
    }
}

/// Each row: a sentence, and how it reads in a summary. The span is what the summary keeps of it.
TEST(Salience, SentencesAreWordedAsListed) {
    std::ifstream cases(source_folder() / "tests/plugins/salience_wordings.tsv");
    std::size_t count = 0;
    for (std::string row; std::getline(cases, row); ++count) {
        const std::size_t tab = row.find('\t');
        ASSERT_NE(tab, std::string::npos) << row;
        const std::vector<Row> summary = summary_of(summarize(row.substr(0, tab)));
        EXPECT_EQ(shown(summary), row.substr(tab + 1));
        EXPECT_TRUE(row.substr(0, tab).ends_with(summary.back().text)) << row;
    }
    EXPECT_GT(count, 15u);
}

std::string told_of(const std::string& person, const std::string& pronoun) {
    const Article input{person + " arrived late.\n\n" + pronoun +
                            " promised the river commission that the dykes of the river would be raised by the "
                            "commission after the flood.\n\nThe river commission spoke of dykes and of the flood.",
                        {}};
    return shown(summary_of(annotate({"sentences", "entities", "salience"}, input, {"salience.sentences=1"})));
}

TEST(Salience, APronounWhosePersonIsPlainIsNamed) {
    EXPECT_TRUE(told_of("Wang Yi", "He").starts_with("[Wang Yi] promised the river commission"));
    EXPECT_FALSE(told_of("Wang Yi and Sergey Lavrov", "He").starts_with("["));
    EXPECT_FALSE(told_of("Mrs Angela Merkel", "He").starts_with("["));
    EXPECT_TRUE(told_of("Mrs Angela Merkel", "She").starts_with("[Angela Merkel] promised"));
    EXPECT_FALSE(told_of("The train", "He").starts_with("["));
}

std::string summary_with_names(const std::string& text, const Set& settings) {
    return shown(summary_of(annotate({"sentences", "entities", "salience"}, {text, {}}, settings)));
}

TEST(Salience, WhoIsCalledByTheSurnameIsIntroduced) {
    const std::string text =
        "Angela Merkel arrived late.\n\nThe river commission promised Merkel that the dykes of the river would be "
        "raised by the commission after the flood.\n\nThe commission thanked Merkel.";
    EXPECT_TRUE(summary_with_names(text, {"salience.sentences=1"})
                    .starts_with("The river commission promised [Angela] Merkel that"));
    const std::string all = summary_with_names(text, {"salience.sentences=3"});
    EXPECT_TRUE(all.starts_with("Angela Merkel arrived late.")) << all;
    EXPECT_EQ(all.find('['), std::string::npos) << all;
    for (const std::size_t limit : {19U, 20U, 21U}) {
        EXPECT_LE(pieces(summary_with_names(text, {"salience.words=" + std::to_string(limit)})), limit);
    }
}

TEST(Salience, APlaceBeforeAColonOrADashIsADateline) {
    const Set one = {"salience.sentences=1"};
    EXPECT_EQ(summary_with_names("Nairobi — The ministers of three countries signed the accord.", one),
              "The ministers of three countries signed the accord.");
    EXPECT_EQ(summary_with_names("Berlin: The ministers of three countries signed the accord.", one),
              "The ministers of three countries signed the accord.");
    const std::string pair = "China-Kazakhstan trade grew by a tenth in the first three months of the year.";
    EXPECT_EQ(summary_with_names(pair, one), pair);
}

TEST(Salience, WhatAPictureShowsIsWorthLess) {
    const std::string text =
        "The river commission met in Basel on Monday to discuss the flood and the dykes.\n\n"
        "The river commission (pictured here with flood maps) met in Basel to discuss the flood.\n\n"
        "Soldiers carried sand to the old dykes of the river near Kehl through all of the night.";
    EXPECT_FALSE(tells(summary_of(summarize(text, {"salience.sentences=2"})), "pictured"));
}

TEST(Salience, AnAttributionIsTrimmedIfAskedFor) {
    const std::string text = "Rebels shelled the northern town for three hours, the ministry said on Friday.";
    EXPECT_EQ(shown(summary_of(summarize(text))), text);
    EXPECT_EQ(shown(summary_of(summarize(text, {"salience.trim_attribution=true"}))),
              "Rebels shelled the northern town for three hours.");
}

TEST(Salience, WhatAPageSaysOfItselfIsLeftOut) {
    const std::string text = article + "\n\nReporting by Jane Doe in Doha on the wells of Chad and Niger.";
    EXPECT_FALSE(tells(summary_of(summarize(text, {"salience.sentences=20"})), "Jane Doe"));
}

TEST(Salience, AListAloneIsSummarized) {
    const std::string text = "- water of the wells\n- roads to the north\n- schools in the border towns\n- grain";
    EXPECT_FALSE(summary_of(summarize(text)).empty());
}

TEST(Salience, AShortArticleGivesWhatItHas) {
    EXPECT_EQ(summary_of(summarize("The talks ended on Friday without any agreement.")).size(), 1u);
    EXPECT_EQ(summary_of(summarize("Talks ended.")).size(), 1u);
}

TEST(Salience, AnEmptyDocumentHasNoSummary) {
    EXPECT_TRUE(summary_of(summarize("")).empty());
    EXPECT_EQ(summarize("").remarks.size(), 1u);
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
