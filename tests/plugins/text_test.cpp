// The reader of plain text and Markdown.
#include <gtest/gtest.h>

#include <fstream>

#include "testkit/testkit.h"

namespace attache::testkit {
namespace {

Result read_text(const std::string& bytes, const std::string& file_name = "article.txt") {
    const std::vector<Result> results = read("text", file_name, bytes);
    EXPECT_EQ(results.size(), 1u);
    return results.empty() ? Result{} : results.front();
}

TEST(Text, TakesTitleDateAndBylineFromTheHead) {
    const Result article = read_text(
        "Chad and Niger Reopen a Border Post\n\nPublished: 20 March 2024\n\nBy Amina Yusuf\n\n"
        "The two countries reopened the post on Tuesday.\n\nLorries crossed at noon.\n");
    EXPECT_EQ(field(article, "title"), "Chad and Niger Reopen a Border Post");
    EXPECT_EQ(field(article, "published"), "2024-03-20");
    EXPECT_EQ(field(article, "published_from"), "text");
    EXPECT_EQ(field(article, "byline"), "Amina Yusuf");
    EXPECT_EQ(article.text, "The two countries reopened the post on Tuesday.\n\nLorries crossed at noon.");
}

TEST(Text, TakesFieldsFromFrontMatter) {
    const Result article = read_text(
        "---\ntitle: \"The \\\"Long\\\" Talks: Day Two\"\ndate: March 21, 2024\nauthor: 'Joël O''Hara'\n"
        "source: Lake Courier\ntags:\n  - water\n  - borders\n---\nTalks went on.\n",
        "article.md");
    EXPECT_EQ(field(article, "title"), "The \"Long\" Talks: Day Two");
    EXPECT_EQ(field(article, "published"), "2024-03-21");
    EXPECT_EQ(field(article, "published_from"), "front matter");
    EXPECT_EQ(field(article, "byline"), "Joël O'Hara");
    EXPECT_EQ(field(article, "publisher"), "Lake Courier");
    EXPECT_EQ(field(article, "tags"), "water, borders");
    EXPECT_EQ(article.text, "Talks went on.");
    EXPECT_TRUE(article.remarks.empty());
}

TEST(Text, TheTitleOfFrontMatterIsTakenOffTheTextWhereItIsRepeated) {
    const Result article = read_text("---\ntitle: Talks Resume\n---\n# Talks Resume\n\nThey resumed on Monday.\n");
    EXPECT_EQ(article.text, "They resumed on Monday.");
}

TEST(Text, AnUnreadableDateIsARemarkAndNotAGuess) {
    const Result article = read_text("---\ntitle: Talks\ndate: last Tuesday\n---\nTalks went on.\n");
    EXPECT_EQ(field(article, "published"), "");
    ASSERT_EQ(article.remarks.size(), 1u);
    EXPECT_NE(article.remarks.front().find("last Tuesday"), std::string::npos);
}

TEST(Text, ThreeDashesWithoutKeysAreText) {
    const Result article = read_text("---\nNot a key at all\n---\nMore text follows here.\n");
    EXPECT_NE(article.text.find("Not a key at all"), std::string::npos);
    EXPECT_EQ(article.remarks.size(), 1u);
}

TEST(Text, WithoutADateTheArticleIsUndatedWhateverTheFileIsCalled) {
    const Result article = read_text("Talks Resume\n\nThey resumed on Monday, March 4.\n", "2024-03-04-talks.txt");
    EXPECT_EQ(field(article, "published"), "");
    EXPECT_EQ(field(article, "published_from"), "");
}

TEST(Text, TheDatelineStaysInTheText) {
    const Result article = read_text("Talks Resume\n\nXI’AN, March 12 (Steppe News) — Ministers met again.\n");
    EXPECT_EQ(field(article, "dateline"), "XI’AN");
    EXPECT_EQ(field(article, "publisher"), "Steppe News");
    EXPECT_EQ(field(article, "published"), "");
    EXPECT_EQ(article.text, "XI’AN, March 12 (Steppe News) — Ministers met again.");
}

TEST(Text, AFirstParagraphThatIsASentenceIsNoTitle) {
    const Result article = read_text("The ministers met on Monday.\n\nThey will meet again.\n");
    EXPECT_EQ(field(article, "title"), "");
    EXPECT_EQ(article.text, "The ministers met on Monday.\n\nThey will meet again.");
}

TEST(Text, MarkdownHeadingsAreTitles) {
    EXPECT_EQ(field(read_text("# Talks Resume.\nThey resumed.\n", "a.md"), "title"), "Talks Resume.");
    EXPECT_EQ(field(read_text("Talks Resume\n============\nThey resumed.\n", "a.md"), "title"), "Talks Resume");
    EXPECT_EQ(field(read_text("TALKS RESUME IN DOHA\nThey resumed.\n"), "title"), "TALKS RESUME IN DOHA");
}

TEST(Text, NewlinesAreNormalisedAndTheByteOrderMarkIsGone) {
    const Result article = read_text("\xEF\xBB\xBFTalks Resume\r\n\r\nThey resumed.\r\n\r\nThey ended.\r\n");
    EXPECT_EQ(field(article, "title"), "Talks Resume");
    EXPECT_EQ(article.text, "They resumed.\n\nThey ended.");
}

TEST(Text, ReadsOtherScripts) {
    const Result article = read_text("Переговоры в Астане\n\nАСТАНА — Министры встретились.\n");
    EXPECT_EQ(field(article, "title"), "Переговоры в Астане");
    EXPECT_EQ(field(article, "dateline"), "АСТАНА");
}

TEST(Text, ATitleWithoutATextIsTheText) {
    const Result article = read_text("Ministers to meet in May");
    EXPECT_EQ(article.text, "Ministers to meet in May");
}

TEST(Text, AnEmptyFileIsSkipped) {
    EXPECT_EQ(read_text("").skipped, "the file is empty");
    EXPECT_EQ(read_text(" \r\n\t\n").skipped, "the file is empty");
}

TEST(Text, BytesThatAreNotUtf8AreNamed) {
    const std::string reason = read_text("The caf\xE9 was closed.").rejected;
    EXPECT_NE(reason.find("byte 0xE9 at offset 7"), std::string::npos) << reason;
    EXPECT_NE(read_text("\xFF\xFE\x41").rejected.find("UTF-16"), std::string::npos);
}

TEST(Text, ABinaryFileIsRejected) {
    EXPECT_NE(read_text(std::string("PK\x03\x04\0\0\0\0\0\0", 10)).rejected.find("binary"), std::string::npos);
}

TEST(Text, HasNoSettings) {
    EXPECT_ANY_THROW(read("text", "a.txt", "Text.", {"text.encoding=latin1"}));
}

/// Each row: a line under a title, then the field that it gives and its value; "-" if it is part of the text.
TEST(Text, LinesUnderTheTitleAreReadAsListed) {
    std::ifstream cases(source_folder() / "tests/plugins/text_head_lines.tsv");
    std::size_t count = 0;
    for (std::string row; std::getline(cases, row); ++count) {
        const std::size_t first = row.find('\t');
        const std::size_t second = row.find('\t', first + 1);
        ASSERT_NE(second, std::string::npos) << row;
        const std::string line = row.substr(0, first);
        const std::string name = row.substr(first + 1, second - first - 1);
        const Result article = read_text("Talks Resume in Doha\n\n" + line + "\n\nThe delegations sat down again.\n");
        if (name == "-") {
            EXPECT_TRUE(article.text.starts_with(line)) << row;
        } else {
            EXPECT_EQ(field(article, name), row.substr(second + 1)) << row;
            EXPECT_EQ(article.text, "The delegations sat down again.") << row;
        }
    }
    EXPECT_GT(count, 20u);
}

/// Each row: how a text begins, then its dateline's place, or "-".
TEST(Text, DatelinesAreReadAsListed) {
    std::ifstream cases(source_folder() / "tests/plugins/text_datelines.tsv");
    std::size_t count = 0;
    for (std::string row; std::getline(cases, row); ++count) {
        const std::size_t tab = row.find('\t');
        ASSERT_NE(tab, std::string::npos) << row;
        const std::string place = row.substr(tab + 1);
        EXPECT_EQ(field(read_text(row.substr(0, tab)), "dateline"), place == "-" ? "" : place) << row;
    }
    EXPECT_GT(count, 15u);
}

}  // namespace
}  // namespace attache::testkit
