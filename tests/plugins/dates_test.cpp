// The tagger of temporal expressions, over real sentences and tokens. The policy is in dates_cases.tsv, a row a case.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "testkit/testkit.h"

namespace attache::testkit {
namespace {

std::vector<Row> times(const std::string& text, const std::string& published = "", const Set& settings = {}) {
    Article article{text};
    if (!published.empty()) {
        article.fields["published"] = published;
    }
    Result result = annotate({"sentences", "dates"}, article, settings);
    EXPECT_EQ(result.rejected, "");
    return result.layers["time"];
}

Row only(const std::string& text, const std::string& published = "", const Set& settings = {}) {
    const std::vector<Row> rows = times(text, published, settings);
    EXPECT_EQ(rows.size(), 1u) << text;
    return rows.empty() ? Row{} : rows.front();
}

/// "Monday=2024-05-20 | early May=2024-05;START", the form of dates_cases.tsv.
std::string in_short(const std::vector<Row>& rows) {
    std::string all;
    for (const Row& row : rows) {
        all += (all.empty() ? "" : " | ") + row.text + "=" + (row["type"] == "SET" ? "SET:" : "");
        all += row["unresolved"].empty() ? "" : "?";
        all += row["value"];
        all += row["mod"].empty() ? "" : ";" + row["mod"];
    }
    return all.empty() ? "none" : all;
}

std::string with_new_lines(std::string text) {
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at)) {
        text.replace(at, 2, "\n");
    }
    return text;
}

TEST(Dates, EveryCaseOfTheTableIsResolvedAsItSays) {
    std::ifstream table(source_folder() / "tests/plugins/dates_cases.tsv");
    std::vector<std::vector<std::string>> cases;
    std::vector<Article> articles;
    for (std::string line; std::getline(table, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        cases.push_back(split(line, "\t"));
        ASSERT_EQ(cases.back().size(), 4u) << line;
        articles.push_back({with_new_lines(cases.back()[2])});
        if (cases.back()[1] != "-") {
            articles.back().fields["published"] = cases.back()[1];
        }
    }
    ASSERT_GE(cases.size(), 600u);
    std::vector<Result> results = annotate({"sentences", "dates"}, articles);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        EXPECT_EQ(results[i].rejected, "");
        EXPECT_EQ(in_short(results[i].layers["time"]), cases[i][3])
            << cases[i][0] << " (" << cases[i][1] << "): " << cases[i][2];
    }
}

TEST(Dates, TheSeedArticleIsRightWithItsPublicationDate) {
    const std::vector<Row> rows = times(
        "Wang Yi and Murat Nurtleu held a joint press conference on Monday.\n"
        "Trade reached $41 billion last year. Last year’s mutual visa exemptions were highlighted.",
        "2024-05-20");
    EXPECT_EQ(in_short(rows), "Monday=2024-05-20 | last year=2023 | Last year=2023");
    EXPECT_EQ(rows.at(0)["anchor"], "published 2024-05-20");
    EXPECT_EQ(rows.at(1)["begin"], "2023-01-01");
    EXPECT_EQ(rows.at(1)["finish"], "2023-12-31");
}

TEST(Dates, WithoutAPublicationDateExpressionsThatNeedItSaySo) {
    const std::vector<Row> rows = times("They met on Monday. Trade grew last year, and recently it fell.");
    ASSERT_EQ(in_short(rows), "Monday=? | last year=? | recently=PAST_REF");
    EXPECT_EQ(rows.at(0)["unresolved"], "no publication date");
    EXPECT_EQ(rows.at(1)["unresolved"], "no publication date");
    EXPECT_EQ(rows.at(1)["begin"], "");
    EXPECT_EQ(rows.at(2)["unresolved"], "");
}

TEST(Dates, APublicationDateThatIsNotPreciseEnoughSaysSo) {
    EXPECT_EQ(only("They met on Monday.", "2024-05")["unresolved"], "the publication date is known to the month only");
    EXPECT_EQ(only("They met on Monday.", "2024")["unresolved"], "the publication date is known to the year only");
    EXPECT_EQ(only("They met on Monday.", "May 2024")["unresolved"], "the publication date is not an ISO 8601 date");
}

TEST(Dates, TheAnchorUsedIsNamed) {
    const std::vector<Row> rows = times("On 11 March 2024 they met. Two days later they met again.", "2024-05-20");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0]["anchor"], "");
    EXPECT_EQ(rows[1]["anchor"], "text 2024-03-11");
}

TEST(Dates, ACompleteDateOfTheDatelineStandsInForThePublicationDate) {
    const std::vector<Row> rows = times("ASTANA, March 4, 2024 (Steppe News) — They met on Sunday.");
    ASSERT_EQ(in_short(rows), "March 4, 2024=2024-03-04 | Sunday=2024-03-03");
    EXPECT_EQ(rows[1]["anchor"], "text 2024-03-04");
}

struct Days {
    const char* text;
    const char* begin;
    const char* finish;
};

TEST(Dates, AValueCoversItsFirstToItsLastDay) {
    const Days cases[] = {
        {"It was in February 2024.", "2024-02-01", "2024-02-29"},
        {"It was in February 1900.", "1900-02-01", "1900-02-28"},
        {"It was last week.", "2024-05-13", "2024-05-19"},
        {"It was 2020-W53.", "2020-12-28", "2021-01-03"},
        {"It was in Q3 2023.", "2023-07-01", "2023-09-30"},
        {"It was in H2 2022.", "2022-07-01", "2022-12-31"},
        {"It was in the winter of 2022.", "2022-12-01", "2023-02-28"},
        {"It was in the 1990s.", "1990-01-01", "1999-12-31"},
        {"It was in the 19th century.", "1800-01-01", "1899-12-31"},
        {"It will be this weekend.", "2024-05-25", "2024-05-26"},
        {"It was in early April 2024.", "2024-04-01", "2024-04-10"},
        {"It was in mid-April 2024.", "2024-04-11", "2024-04-20"},
        {"It was in late April 2024.", "2024-04-21", "2024-04-30"},
        {"It was at 9:30 a.m. on Tuesday.", "2024-05-14", "2024-05-14"},
        {"It was on 31 December 9999.", "9999-12-31", "9999-12-31"},
        {"It lasted three years.", "", ""},
        {"It comes every year.", "", ""},
        {"It is now over.", "", ""},
    };
    for (const Days& expected : cases) {
        SCOPED_TRACE(expected.text);
        const Row row = only(expected.text, "2024-05-20");
        EXPECT_EQ(row["begin"], expected.begin);
        EXPECT_EQ(row["finish"], expected.finish);
    }
}

TEST(Dates, WhatIsNotInTheCalendarHasNoValue) {
    EXPECT_EQ(only("It was on 30 February 2024.")["unresolved"], "no such day in the calendar");
    EXPECT_EQ(only("It was on 29 February 2023.")["unresolved"], "no such day in the calendar");
    EXPECT_EQ(only("It was 2024-W53.")["unresolved"], "no such week in the calendar");
    EXPECT_EQ(only("It was 99999 years ago.", "2024-05-20")["unresolved"], "out of the range of years");
}

TEST(Dates, NumericDatesFollowTheSettingAndElseTheArticle) {
    const std::string text = "It was on 03/04/2024.";
    EXPECT_EQ(only(text)["unresolved"], "day and month cannot be told apart");
    EXPECT_EQ(only(text, "", {"dates.numeric_order=day-month"})["value"], "2024-04-03");
    EXPECT_EQ(only(text, "", {"dates.numeric_order=month-day"})["value"], "2024-03-04");
    EXPECT_EQ(in_short(times(text + " And on 25/12/2023.")), "03/04/2024=2024-04-03 | 25/12/2023=2023-12-25");
}

TEST(Dates, ASettingThatIsNoneOfTheChoicesIsRefused) {
    EXPECT_ANY_THROW(times("Monday", "", {"dates.numeric_order=american"}));
}

TEST(Dates, SpansAreBytesOfTheTextAlsoBesideOtherScripts) {
    const std::string text = "Президент Қ. Тоқаев — «Monday» — 北京 last year’s talks";
    const std::vector<Row> rows = times(text, "2024-05-20");
    ASSERT_EQ(in_short(rows), "Monday=2024-05-20 | last year=2023");
    EXPECT_EQ(text.substr(rows[1].start, rows[1].end - rows[1].start), "last year");
}

TEST(Dates, AnEmptyDocumentHasNone) {
    EXPECT_TRUE(times("").empty());
    EXPECT_TRUE(times(" \n\t ").empty());
    EXPECT_TRUE(times(std::string(3, '\0')).empty());
}

TEST(Dates, ALongSentenceOfNumbersAndDatesTakesLinearTime) {
    std::string text;
    for (int i = 0; i < 60000; ++i) {
        text += "the first 12 May 1 to 3 of ";
    }
    EXPECT_GE(times(text, "2024-05-20").size(), 60000u);
}

}  // namespace
}  // namespace attache::testkit
