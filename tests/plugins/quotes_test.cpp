// Direct and reported speech. The rows with even ids of quotes_cases.tsv are held to a floor; single behaviours below.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "testkit/testkit.h"

namespace attache::testkit {
namespace {

const std::vector<std::string> annotators{"sentences", "entities", "quotes"};

/// "direct|We are ready,|Wang Yi", the form of quotes_cases.tsv.
std::multiset<std::string> in_short(Result& result) {
    std::multiset<std::string> quotes;
    for (const Row& row : result.layers["quote"]) {
        const std::string speaker =
            row["speaker"].empty() ? "-" : result.layers["entity"].at(std::stoul(row["speaker"])).text;
        std::string words = row.text;
        while (words.ends_with(".") || words.ends_with(",")) {
            words.pop_back();
        }
        quotes.insert(row["kind"] + "|" + words + "|" + speaker);
    }
    return quotes;
}

std::multiset<std::string> expected(std::string labels) {
    std::multiset<std::string> quotes;
    while (labels != "none" && !labels.empty()) {
        const auto end = std::min(labels.find(" ; "), labels.size());
        std::string one = labels.substr(0, end);
        labels.erase(0, end + 3);
        const auto bar = one.rfind('|');
        auto last = bar;
        while (one[last - 1] == '.' || one[last - 1] == ',') {
            --last;
        }
        quotes.insert(one.erase(last, bar - last));
    }
    return quotes;
}

TEST(Quotes, TheDevelopmentRowsStayAboveTheirFloor) {
    std::ifstream table(source_folder() / "tests/plugins/quotes_cases.tsv");
    std::vector<std::multiset<std::string>> wanted;
    std::vector<Article> articles;
    for (std::string line; std::getline(table, line);) {
        const auto first = line.find('\t');
        const auto second = line.find('\t', first + 1);
        if (line.starts_with("#") || std::stoi(line.substr(0, first)) % 2 == 1) {
            continue;
        }
        articles.push_back({line.substr(first + 1, second - first - 1)});
        wanted.push_back(expected(line.substr(second + 1)));
    }
    ASSERT_GE(articles.size(), 70u);
    std::vector<Result> results = annotate(annotators, articles);
    double right = 0;
    double all = 0;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const std::multiset<std::string> found = in_short(results[i]);
        for (const std::string& quote : found) {
            right += wanted[i].contains(quote) ? 1 : 0;
        }
        all += static_cast<double>(found.size() + wanted[i].size());
    }
    EXPECT_GE(2 * right / all, 0.96);
}

std::multiset<std::string> quotes(const std::string& text) {
    Result result = annotate(annotators, Article{text});
    EXPECT_EQ(result.rejected, "");
    return in_short(result);
}

using Quoted = std::multiset<std::string>;

TEST(Quotes, GoOnOverSentencesWithinAParagraphOnly) {
    EXPECT_EQ(quotes("“We want peace. We do not want it at any price,” Moon Jae-in said."),
              Quoted{"direct|We want peace. We do not want it at any price|Moon Jae-in"});
    EXPECT_EQ(quotes("“We want peace.\n\nThe minister left.”"), Quoted{});
}

TEST(Quotes, NamesInMarksAreNone) {
    EXPECT_EQ(quotes("They signed the \"Astana Declaration\" on Friday."), Quoted{});
}

TEST(Quotes, TheUnitedStatesIsNoVerb) {
    EXPECT_EQ(quotes("The United States on Thursday imposed tariffs."), Quoted{});
}

}  // namespace
}  // namespace attache::testkit
