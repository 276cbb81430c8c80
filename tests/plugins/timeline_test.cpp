// The timeline exporter, through the pipeline: which sentences become entries, and the three files they go to.
#include <gtest/gtest.h>

#include <algorithm>
#include <attache/utf8.hpp>
#include <set>
#include <sstream>

#include "exporter_run.h"

namespace attache::testkit {
namespace {

/// The entries' `what`, in order.
std::vector<std::string> told(const rapidjson::Document& timeline) {
    std::vector<std::string> what;
    for (const auto& entry : timeline["entries"].GetArray()) {
        what.emplace_back(entry["what"].GetString());
    }
    return what;
}

std::vector<std::vector<std::string>> table(const std::string& name) {
    std::ifstream file(source_folder() / "tests" / "plugins" / name);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        std::istringstream cells(line);
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, '\t');) {
            rows.back().push_back(cell);
        }
    }
    EXPECT_FALSE(rows.empty()) << name;
    return rows;
}

/// The content lines of an iCalendar file, unfolded.
std::vector<std::string> calendar_lines(const std::string& bytes) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = bytes.find("\r\n", at);
        const std::string line = bytes.substr(at, end - at);
        if (line.starts_with(' ') && !lines.empty()) {
            lines.back() += line.substr(1);
        } else {
            lines.push_back(line);
        }
        at = end == std::string::npos ? bytes.size() : end + 2;
    }
    return lines;
}

std::vector<std::string> values_of(const std::vector<std::string>& lines, const std::string& property) {
    std::vector<std::string> values;
    for (const std::string& line : lines) {
        if (line.starts_with(property + ":") || line.starts_with(property + ";")) {
            values.push_back(line.substr(line.find(':') + 1));
        }
    }
    return values;
}

const Fields meeting = {{"id", "m"},
                        {"title", "Ministers meet"},
                        {"published", "2024-05-20"},
                        {"text", "Ministers of Kazakhstan and Uzbekistan met in Samarkand on 14 March 2024."}};

TEST(Timeline, AnEntrySaysWhenWhatWhoWhereAndWhereItWasRead) {
    const auto timeline = timeline_of({meeting});
    ASSERT_EQ(timeline["entries"].Size(), 1u);
    const auto& entry = timeline["entries"][0];
    EXPECT_STREQ(entry["id"].GetString(), "t1");
    EXPECT_STREQ(entry["begin"].GetString(), "2024-03-14");
    EXPECT_STREQ(entry["finish"].GetString(), "2024-03-14");
    EXPECT_STREQ(entry["precision"].GetString(), "day");
    EXPECT_EQ(entry["what"].GetString(), meeting.at("text"));
    ASSERT_EQ(entry["who"].Size(), 2u);
    EXPECT_STREQ(entry["who"][0]["name"].GetString(), "Kazakhstan");
    EXPECT_STREQ(entry["who"][0]["entity_id"].GetString(), "country:KZ");
    EXPECT_STREQ(entry["who"][1]["name"].GetString(), "Uzbekistan");
    ASSERT_EQ(entry["where"].Size(), 1u);
    EXPECT_STREQ(entry["where"][0]["name"].GetString(), "Samarkand");
    const auto& source = entry["sources"][0];
    EXPECT_STREQ(source["document"].GetString(), "m");
    EXPECT_STREQ(source["title"].GetString(), "Ministers meet");
    EXPECT_STREQ(source["published"].GetString(), "2024-05-20");
    EXPECT_EQ(source["line"].GetUint(), 1u);
    EXPECT_EQ(source["sentence"].GetUint(), 0u);
}

TEST(Timeline, SpansAreCodePointsOfTheText) {
    const std::string text =
        "Şükrü Yıldızoğlu — 😀 — was there. Łukasz met Étienne in Doha on 18 April 2024. Nobody else came.";
    const auto timeline = timeline_of({{{"id", "m"}, {"text", text}}});
    ASSERT_EQ(timeline["entries"].Size(), 1u);
    const auto& source = timeline["entries"][0]["sources"][0];
    EXPECT_EQ(slice(text, source["start"].GetUint(), source["end"].GetUint()),
              "Łukasz met Étienne in Doha on 18 April 2024.");
    EXPECT_EQ(slice(text, source["time"]["start"].GetUint(), source["time"]["end"].GetUint()), "18 April 2024");
}

TEST(Timeline, TheGoverningDateIsTheMostPreciseThenTheFirstAndABareYearIsContext) {
    for (const auto& row : table("timeline_governing.tsv")) {
        const auto timeline = timeline_of({{{"id", "m"}, {"published", "2024-05-20"}, {"text", row.at(0)}}});
        ASSERT_EQ(timeline["entries"].Size(), 1u) << row.at(0);
        const auto& entry = timeline["entries"][0];
        EXPECT_EQ(entry["begin"].GetString(), row.at(1)) << row.at(0);
        EXPECT_EQ(entry["finish"].GetString(), row.at(2)) << row.at(0);
        EXPECT_EQ(entry["precision"].GetString(), row.at(3)) << row.at(0);
        EXPECT_EQ(entry["expression"].GetString(), row.at(4)) << row.at(0);
    }
}

TEST(Timeline, ADatelineIsNotPartOfWhatHappened) {
    for (const auto& row : table("timeline_datelines.tsv")) {
        EXPECT_EQ(told(timeline_of({{{"id", "m"}, {"text", row.at(0)}}})), std::vector{row.at(1)});
    }
}

TEST(Timeline, ASentenceThatIsLittleMoreThanADateReportsNothing) {
    const auto timeline = timeline_of({{{"id", "m"}, {"text", "Published: 24 April 2024\n\nIt rained in Baku.\n"}}});
    EXPECT_EQ(timeline["entries"].Size(), 0u);
}

TEST(Timeline, WithoutAPublicationDateARelativeDateIsListedAsUnresolved) {
    const std::string text = "Łódź was quiet. The ministers met in Astana on Monday. Nobody else came.";
    const auto timeline = timeline_of({{{"id", "undated"}, {"text", text}}});
    EXPECT_EQ(timeline["entries"].Size(), 0u);
    ASSERT_EQ(timeline["unresolved"].Size(), 1u);
    const auto& open = timeline["unresolved"][0];
    EXPECT_STREQ(open["expression"].GetString(), "Monday");
    EXPECT_STREQ(open["what"].GetString(), "The ministers met in Astana on Monday.");
    EXPECT_GT(open["reason"].GetStringLength(), 0u);
    EXPECT_STREQ(open["source"]["document"].GetString(), "undated");
    EXPECT_EQ(slice(text, open["source"]["time"]["start"].GetUint(), open["source"]["time"]["end"].GetUint()),
              "Monday");
}

TEST(Timeline, ReportsThatDifferOnlyInSpaceCaseAndPunctuationAreOneEntry) {
    const auto timeline = timeline_of(
        {{{"id", "a"}, {"text", "Envoys of Chad and Cameroon signed an accord in Doha on 18 April 2024."}},
         {{"id", "b"}, {"text", "ENVOYS of Chad, and Cameroon, signed   an “accord” in Doha on 18 April 2024!"}},
         {{"id", "c"}, {"text", "Envoys of Chad and Cameroon tore up an accord in Doha on 18 April 2024."}}});
    ASSERT_EQ(timeline["entries"].Size(), 2u);
    const auto& folded = timeline["entries"][0];
    EXPECT_EQ(folded["source_count"].GetUint(), 2u);
    ASSERT_EQ(folded["sources"].Size(), 2u);
    EXPECT_STREQ(folded["sources"][0]["document"].GetString(), "a");
    EXPECT_STREQ(folded["sources"][1]["document"].GetString(), "b");
    EXPECT_EQ(folded["sources"][1]["time"]["end"].GetUint(), 75u);
    EXPECT_EQ(timeline["entries"][1]["source_count"].GetUint(), 1u);
}

TEST(Timeline, TheSameWordsOnAnotherDayAreAnotherEntry) {
    const std::string text = "The ministers met in Astana on Monday for talks.";
    const auto timeline = timeline_of({{{"id", "later"}, {"published", "2024-05-27"}, {"text", text}},
                                       {{"id", "earlier"}, {"published", "2024-05-20"}, {"text", text}}});
    ASSERT_EQ(timeline["entries"].Size(), 2u);
    EXPECT_STREQ(timeline["entries"][0]["sources"][0]["document"].GetString(), "earlier");
    EXPECT_STREQ(timeline["entries"][1]["sources"][0]["document"].GetString(), "later");
}

TEST(Timeline, EntriesAreOldestFirstAndThoseOfADateInInputOrder) {
    const auto timeline = timeline_of({{{"id", "a"},
                                        {"text",
                                         "Zinc prices fell sharply on 2 May 2024. An envoy left Baku on 2 May 2024. "
                                         "The accord was signed on 1 May 2024. Talks began in Minsk in May 2024."}},
                                       {{"id", "b"}, {"text", "A bridge was opened on 2 May 2024 near Brest."}}});
    const std::vector<std::string> expected = {
        "The accord was signed on 1 May 2024.", "Talks began in Minsk in May 2024.",
        "Zinc prices fell sharply on 2 May 2024.", "An envoy left Baku on 2 May 2024.",
        "A bridge was opened on 2 May 2024 near Brest."};
    EXPECT_EQ(told(timeline), expected);
    EXPECT_STREQ(timeline["entries"][4]["id"].GetString(), "t5");
}

TEST(Timeline, SourcesBeyondTheLimitAreCountedButNotListed) {
    std::vector<Fields> copies;
    for (int i = 0; i < 5; ++i) {
        copies.push_back({{"id", std::to_string(i)}, {"text", meeting.at("text")}});
    }
    const auto timeline = timeline_of(copies, {"timeline.max_sources=2"});
    ASSERT_EQ(timeline["entries"].Size(), 1u);
    EXPECT_EQ(timeline["entries"][0]["sources"].Size(), 2u);
    EXPECT_EQ(timeline["entries"][0]["source_count"].GetUint(), 5u);
}

TEST(Timeline, DatesCoarserThanAskedForAreLeftOut) {
    const Fields document = {{"id", "a"},
                             {"text",
                              "The port was closed in 2019 after a storm. The bridge was opened in May 2024 near "
                              "Brest. An envoy left for Baku on 2 May 2024."}};
    EXPECT_EQ(timeline_of({document})["entries"].Size(), 3u);
    EXPECT_EQ(timeline_of({document}, {"timeline.min_precision=month"})["entries"].Size(), 2u);
    EXPECT_EQ(timeline_of({document}, {"timeline.min_precision=day"})["entries"].Size(), 1u);
}

TEST(Timeline, RefusesAPrecisionThatDoesNotExist) {
    EXPECT_THROW(timeline_of({meeting}, {"timeline.min_precision=fortnight"}), std::exception);
}

TEST(Timeline, AnEmptyDocumentGivesEmptyButSoundFiles) {
    const auto folder = run_documents({{{"id", "empty"}, {"text", ""}}});
    const auto timeline = read_json(folder / "timeline.json");
    EXPECT_STREQ(timeline["format"].GetString(), "attache-timeline");
    EXPECT_EQ(timeline["entries"].Size(), 0u);
    EXPECT_EQ(timeline["unresolved"].Size(), 0u);
    EXPECT_EQ(slurp(folder / "timeline.csv"),
              "id,begin,finish,precision,class,status,what,who,where,sources,other_dates\r\n");
    EXPECT_TRUE(slurp(folder / "timeline.ics").ends_with("END:VCALENDAR\r\n"));
}

TEST(Timeline, NamesThePluginsThatMadeItWithTheVersionsOfTheirManifests) {
    const auto timeline = timeline_of({meeting});
    const std::string manifest = slurp(source_folder() / "plugins" / "timeline" / "timeline" / "plugin.toml");
    const std::string made_by = timeline["made_by"]["timeline"].GetString();
    ASSERT_TRUE(made_by.starts_with("timeline "));
    EXPECT_NE(manifest.find("\"" + made_by.substr(9) + "\""), std::string::npos) << made_by;
    EXPECT_TRUE(std::string(timeline["made_by"]["time"].GetString()).starts_with("dates "));
}

TEST(Timeline, SaysWhichSourcesAreInTheSummary) {
    const auto timeline = timeline_of({meeting});
    EXPECT_EQ(timeline["entries"][0]["sources"][0]["summary_rank"].GetUint(), 1u);
}

TEST(TimelineCsv, QuotesFieldsAndDisarmsFormulas) {
    const auto folder =
        run_documents({{{"id", "a,b"}, {"text", "He said \"no, never\" in Doha on 18 April 2024."}},
                       {{"id", "c"}, {"text", "=HYPERLINK was the word that he used on 19 April 2024."}}});
    const std::string csv = slurp(folder / "timeline.csv");
    EXPECT_NE(csv.find("\"He said \"\"no, never\"\" in Doha on 18 April 2024.\""), std::string::npos) << csv;
    EXPECT_NE(csv.find("\"a,b[0:45]\""), std::string::npos) << csv;
    EXPECT_NE(csv.find(",'=HYPERLINK was the word"), std::string::npos) << csv;
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 3);
}

TEST(TimelineCalendar, EventsAreWholeDaysWithAnExclusiveEnd) {
    const auto folder = run_documents({meeting, {{"id", "b"}, {"text", "Talks went on in Minsk during May 2024."}}});
    const auto lines = calendar_lines(slurp(folder / "timeline.ics"));
    EXPECT_EQ(values_of(lines, "DTSTART"), (std::vector<std::string>{"20240314", "20240501"}));
    EXPECT_EQ(values_of(lines, "DTEND"), (std::vector<std::string>{"20240315", "20240601"}));
    EXPECT_EQ(values_of(lines, "DTSTAMP"), (std::vector<std::string>{"20240314T000000Z", "20240501T000000Z"}));
    EXPECT_EQ(values_of(lines, "LOCATION"), (std::vector<std::string>{"Samarkand", "Minsk"}));
}

TEST(TimelineCalendar, LinesAreFoldedBetweenCharactersAndSpecialOnesEscaped) {
    std::string names;
    for (int i = 0; i < 30; ++i) {
        names += "Şükrü Yıldızoğlu, Łukasz 😀; ";
    }
    const auto folder =
        run_documents({{{"id", "a"}, {"text", "On 18 April 2024 these came: " + names + "and \\others."}}});
    const std::string bytes = slurp(folder / "timeline.ics");
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t end = bytes.find("\r\n", at);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - at, 75u);
        EXPECT_TRUE(utf8::valid(bytes.substr(at, end - at)));
        at = end + 2;
    }
    const auto description = values_of(calendar_lines(bytes), "DESCRIPTION").at(0);
    EXPECT_NE(description.find("Yıldızoğlu\\, Łukasz 😀\\; "), std::string::npos) << description;
    EXPECT_NE(description.find("and \\\\others."), std::string::npos) << description;
    EXPECT_NE(description.find("\\nSources:"), std::string::npos) << description;
}

TEST(TimelineCalendar, CoarseDatesAreInTheCalendarOnlyWhenAskedFor) {
    const Fields document = {{"id", "a"}, {"text", "The port was closed in 2019 after a storm in the gulf."}};
    EXPECT_EQ(slurp(run_documents({document}) / "timeline.ics").find("BEGIN:VEVENT"), std::string::npos);
    const auto all = run_documents({document}, {"timeline.calendar_precision=all"});
    EXPECT_NE(slurp(all / "timeline.ics").find("DTEND;VALUE=DATE:20200101"), std::string::npos);
}

TEST(TimelineCalendar, AnEventKeepsItsIdentityWhereverItIsReportedFirst) {
    const Fields other = {{"id", "o"}, {"text", "An envoy left for Baku on 2 May 2024."}};
    const auto uids = [](const std::filesystem::path& folder) {
        const auto values = values_of(calendar_lines(slurp(folder / "timeline.ics")), "UID");
        return std::set<std::string>(values.begin(), values.end());
    };
    const auto some = uids(run_documents({meeting, other}));
    EXPECT_EQ(some.size(), 2u);
    EXPECT_EQ(uids(run_documents({other, meeting, copy_of(meeting, "again")}, {"timeline.max_sources=1"})), some);
}

TEST(Timeline, OneSentenceOfAMegabyteWithManyDatesIsStillQuick) {
    std::string text = "They met";
    while (text.size() < 1'000'000) {
        text += " on Monday with Wang Yi in Doha,";
    }
    const auto timeline = timeline_of({{{"id", "long"}, {"text", text + " they said."}}});
    EXPECT_EQ(timeline["entries"].Size(), 0u);
    EXPECT_GT(timeline["unresolved"].Size(), 1000u);
}

}  // namespace
}  // namespace attache::testkit
