// The splitter into paragraphs, sentences and tokens.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "testkit/testkit.h"

namespace attache::testkit {
namespace {

Result split(const std::string& text) {
    Result result = annotate({"sentences"}, Article{text});
    EXPECT_EQ(result.rejected, "");
    EXPECT_EQ(result.text, text);
    return result;
}

std::vector<std::string> lines_of(const std::string& table) {
    std::ifstream file(source_folder() / "tests/plugins" / table);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.front() != '#') {
            lines.push_back(line);
        }
    }
    EXPECT_FALSE(lines.empty()) << table;
    return lines;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

std::string joined(const std::vector<Row>& rows) {
    std::string all;
    for (const Row& row : rows) {
        all += (all.empty() ? "" : " ") + row.text;
    }
    return all;
}

std::vector<std::string> kinds(const Result& result, const std::string& layer) {
    std::vector<std::string> kinds;
    for (const Row& row : result.layers.at(layer)) {
        kinds.push_back(row["kind"]);
    }
    return kinds;
}

TEST(Sentences, EveryCaseOfTheTableIsSplitWhereItSays) {
    for (std::string line : lines_of("sentences_splits.tsv")) {
        SCOPED_TRACE(line);
        replace_all(line, "\\n", "\n");
        std::string text = line;
        replace_all(text, "¦", "");
        std::vector<std::size_t> expected;
        std::size_t marks = 0;
        for (std::size_t at = line.find("¦"); at != std::string::npos; at = line.find("¦", at + 2)) {
            expected.push_back(at - 2 * marks++);
        }
        std::vector<std::size_t> starts;
        const Result result = split(text);
        for (const Row& row : result.layers.at("sentence")) {
            starts.push_back(row.start);
        }
        ASSERT_FALSE(starts.empty());
        EXPECT_EQ(std::vector<std::size_t>(starts.begin() + 1, starts.end()), expected);
    }
}

TEST(Sentences, EveryCaseOfTheTableIsCutIntoTheTokensItSays) {
    for (const std::string& line : lines_of("sentences_tokens.tsv")) {
        SCOPED_TRACE(line);
        const std::size_t tab = line.find('\t');
        ASSERT_NE(tab, std::string::npos);
        EXPECT_EQ(joined(split(line.substr(0, tab)).layers["token"]), line.substr(tab + 1));
    }
}

TEST(Sentences, TokensKnowTheirSentenceAndKind) {
    const Result result = split("Pay $41. Or 4.1%!");
    EXPECT_EQ(kinds(result, "token"), (std::vector<std::string>{"word", "symbol", "number", "punctuation", "word",
                                                                "number", "punctuation", "punctuation"}));
    std::vector<std::string> sentences;
    for (const Row& row : result.layers.at("token")) {
        sentences.push_back(row["sentence"]);
    }
    EXPECT_EQ(sentences, (std::vector<std::string>{"0", "0", "0", "0", "1", "1", "1", "1"}));
}

TEST(Sentences, ParagraphsAreNumberedAndHeadingsListsAndBylinesNamed) {
    const Result result = split(
        "Talks Resume in Doha\n\nBy Amina Yusuf\n\nThe talks resumed. They went well.\n\n- borders\n- water\n\nThe "
        "end.");
    std::vector<std::string> paragraphs;
    for (const Row& row : result.layers.at("sentence")) {
        paragraphs.push_back(row["paragraph"]);
    }
    EXPECT_EQ(paragraphs, (std::vector<std::string>{"0", "1", "2", "2", "3", "4", "5"}));
    EXPECT_EQ(kinds(result, "sentence"), (std::vector<std::string>{"heading", "byline", "", "", "list", "list", ""}));
}

TEST(Sentences, OneParagraphALineAsInTheSeedArticle) {
    const std::string paragraph =
        "The two countries agreed to leverage their strengths to advance the construction of the railway, the "
        "ministers "
        "said. They will meet again.";
    const Result result = split("A Heading\n\n" + paragraph + "\n" + paragraph);
    ASSERT_EQ(result.layers.at("sentence").size(), 5u);
    EXPECT_EQ(result.layers.at("sentence")[4]["paragraph"], "2");
}

TEST(Sentences, SentencesHoldEveryTokenAndNoWhiteSpaceAtTheirEnds) {
    const Result result = split("  One (two)  \r\n\r\n\t«Три.» 四。\u00A0 five\u2029six ");
    const auto& sentences = result.layers.at("sentence");
    for (const Row& token : result.layers.at("token")) {
        const Row& sentence = sentences.at(std::stoul(token["sentence"]));
        EXPECT_LE(sentence.start, token.start);
        EXPECT_GE(sentence.end, token.end);
    }
    EXPECT_EQ(sentences.front().text, "One (two)");
    EXPECT_EQ(sentences.back().text, "six");
}

TEST(Sentences, AnEmptyDocumentHasNone) {
    for (const std::string& text : {std::string(), std::string(" \n \t"), std::string(2, '\0')}) {
        const Result result = split(text);
        EXPECT_TRUE(result.layers.at("sentence").empty());
        EXPECT_TRUE(result.layers.at("token").empty());
    }
}

TEST(Sentences, ALongRunOfShortLinesIsNotAllHeadings) {
    std::string text;
    for (int i = 0; i < 50; ++i) {
        text += "Name Surname\n";
    }
    const std::vector<std::string> found = kinds(split(text + "The end."), "sentence");
    ASSERT_EQ(found.size(), 51u);
    EXPECT_EQ(std::vector<std::string>(found.begin() + 1, found.end()), std::vector<std::string>(50, ""));
}

struct Hostile {
    const char* name;
    const char* piece;
    int times;
};

TEST(Sentences, OneSentenceOfAMegabyteIsOneRow) {
    std::string text;
    for (int i = 0; i < 50000; ++i) {
        text += "enormously-long word ";
    }
    EXPECT_EQ(split(text).layers.at("sentence").size(), 1u);
}

// A cost that grows with the square of the length would take minutes here.
TEST(Sentences, HostileTextsTakeLinearTime) {
    const Hostile texts[] = {
        {"dots", ".", 250000},        {"initials", "a.", 100000},   {"mail", "a@", 100000},
        {"hosts", "aa.bb.", 50000},   {"quotes", "?\" ", 50000},    {"marks", "\u0301", 100000},
        {"open", "([{“", 30000},      {"numbers", "1,2.3:", 50000}, {"ideographs", "北京说", 30000},
        {"joined", "a-'s", 60000},    {"web", "www.", 60000},       {"unspaced", "ภาษา", 20000},
        {"joiners", "\u200D", 90000}, {"lines", "x\n", 50000},      {"abbreviations", "No. Mr. ", 30000},
    };
    for (const Hostile& hostile : texts) {
        SCOPED_TRACE(hostile.name);
        std::string text;
        for (int i = 0; i < hostile.times; ++i) {
            text += hostile.piece;
        }
        EXPECT_FALSE(split(text + " end.").layers.at("token").empty());
    }
}

}  // namespace
}  // namespace attache::testkit
