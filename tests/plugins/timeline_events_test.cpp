// The timeline exporter over what the event layer holds: which date an event stands under, and how it is told.
#include <gtest/gtest.h>

#include "exporter_run.h"

namespace attache::testkit {
namespace {

std::filesystem::path run_of(const std::string& text, const Set& settings = {}) {
    return run_documents({{{"id", "m"}, {"published", "2024-05-21"}, {"text", text}}}, settings);
}

std::string names_of(const rapidjson::Value& parties) {
    std::string names;
    for (const auto& party : parties.GetArray()) {
        names += (names.empty() ? "" : ", ") + std::string(party["name"].GetString());
    }
    return names;
}

/// A line for each entry, "DATE CLASS STATUS WHO > WHOM" for each of its events.
std::vector<std::string> told(const std::filesystem::path& folder) {
    std::vector<std::string> lines;
    const rapidjson::Document timeline = read_json(folder / "timeline.json");
    for (const auto& entry : timeline["entries"].GetArray()) {
        std::string line = entry["begin"].GetString();
        if (entry.HasMember("events")) {
            for (const auto& event : entry["events"].GetArray()) {
                line += std::string(" ") + (event.HasMember("class") ? event["class"].GetString() : "-") + " " +
                        event["status"].GetString() + " " + names_of(event["who"]) + " > " + names_of(event["whom"]);
            }
        }
        lines.push_back(line);
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST(TimelineEvents, AnEntryTellsWhatWasDoneByWhomToWhomAndInWhichWords) {
    const std::string text = "Łódź was calm. Chad accused Cameroon of hoarding water on 14 March 2024.";
    const auto timeline = read_json(run_of(text) / "timeline.json");
    ASSERT_EQ(timeline["entries"].Size(), 1u);
    const auto& event = timeline["entries"][0]["events"][0];
    EXPECT_STREQ(event["class"].GetString(), "ACCUSE");
    EXPECT_STREQ(event["status"].GetString(), "fact");
    EXPECT_EQ(names_of(event["who"]), "Chad");
    EXPECT_EQ(names_of(event["whom"]), "Cameroon");
    EXPECT_TRUE(slice(text, event["start"].GetUint(), event["end"].GetUint()).starts_with("Chad accused Cameroon"));
}

TEST(TimelineEvents, ADatedSentenceWithoutAnEventIsAnEntryWithoutClassAndStatus) {
    EXPECT_EQ(told(run_of("The bridge near Brest was opened to lorries on 14 March 2024.")), Lines{"2024-03-14"});
}

TEST(TimelineEvents, EventsOfOneDateAreOneEntryAndThoseOfOtherDatesOthers) {
    EXPECT_EQ(told(run_of("Chad recalled its ambassador to Cameroon on 14 March 2024 and accused Cameroon of theft.")),
              Lines{"2024-03-14 SANCTION fact Chad > Cameroon ACCUSE fact Chad > Cameroon"});
    EXPECT_EQ(told(run_of("Chad accused Cameroon of theft on 14 March 2024, and Qatar pledged aid to Chad on 18 April "
                          "2024.")),
              (Lines{"2024-03-14 ACCUSE fact Chad > Cameroon", "2024-04-18 AGREE fact Qatar > Chad"}));
}

TEST(TimelineEvents, CourtesiesAreLeftOutWhereTheSamePartiesDidMoreThatDay) {
    const std::string thanks = "Chad thanked Qatar on 14 March 2024 for its help.";
    EXPECT_EQ(told(run_of(thanks)), Lines{"2024-03-14 SUPPORT fact Chad > Qatar"});
    EXPECT_EQ(told(run_of(thanks + " Qatar sent tents to Chad on 14 March 2024.")),
              Lines{"2024-03-14 AID fact Qatar > Chad"});
    EXPECT_EQ(told(run_of("Chad thanked Qatar on 14 March 2024 and accused Cameroon of theft.")),
              Lines{"2024-03-14 ACCUSE fact Chad > Cameroon SUPPORT fact Chad > Qatar"});
    EXPECT_EQ(told(run_of("Chad thanked Qatar on 14 March 2024 and sent an envoy to Qatar.")),
              Lines{"2024-03-14 CONSULT fact Chad > Qatar"});
    EXPECT_EQ(told(run_of(thanks + " Qatar sent tents to Chad on 15 March 2024.")),
              (Lines{"2024-03-14 SUPPORT fact Chad > Qatar", "2024-03-15 AID fact Qatar > Chad"}));
    EXPECT_EQ(told(run_of(thanks + " Qatar sent tents to Chad on 14 March 2024.", {"timeline.classes=[\"SUPPORT\"]"})),
              Lines{"2024-03-14 SUPPORT fact Chad > Qatar"});
}

TEST(TimelineEvents, ACourtesyWithoutADateIsNotListed) {
    const auto timeline = read_json(run_of("Chad thanked Qatar. Chad accused Cameroon of theft.") / "timeline.json");
    ASSERT_EQ(timeline["undated"].Size(), 1u);
    EXPECT_STREQ(timeline["undated"][0]["events"][0]["class"].GetString(), "ACCUSE");
}

TEST(TimelineEvents, WhereASentenceTellsOfSeveralEventsEachEntrySaysWhichWordsAreItsOwn) {
    const auto timeline = read_json(
        run_of("ŁÓDŹ, March 20 — “At last”: Chad accused\n  Cameroon of theft on 14 March 2024, and Qatar pledged\naid "
               "to Chad on 18 April 2024.") /
        "timeline.json");
    ASSERT_EQ(timeline["entries"].Size(), 2u);
    const auto own_words = [&](rapidjson::SizeType entry) {
        const auto& range = timeline["entries"][entry]["events"][0]["in_what"];
        return slice(timeline["entries"][entry]["what"].GetString(), range["start"].GetUint(), range["end"].GetUint());
    };
    EXPECT_EQ(own_words(0), "Chad accused Cameroon of theft on 14 March 2024");
    EXPECT_EQ(own_words(1), "and Qatar pledged aid to Chad on 18 April 2024.");
    const auto single = read_json(run_of("Chad accused Cameroon of theft on 14 March 2024.") / "timeline.json");
    EXPECT_FALSE(single["entries"][0]["events"][0].HasMember("in_what"));
}

TEST(TimelineEvents, WhatIsDatedAfterThePublicationIsAPlan) {
    EXPECT_EQ(told(run_of("Qatar offers Chad money for wells from 1 June 2024.")),
              Lines{"2024-06-01 AGREE plan Qatar > Chad"});
}

TEST(TimelineEvents, AnEventIsNotToldUnderTheDateOfAnotherClauseThatItCannotHave) {
    EXPECT_EQ(told(run_of("Qatar called for calm, and the bridge of Kousséri is to be opened on 1 June 2024.")),
              Lines{"2024-06-01"});
}

TEST(TimelineEvents, WhereTheDateOfTheEventIsOpenAnotherOfTheSentenceDoesNotStandIn) {
    const auto folder = run_documents(
        {{{"id", "m"}, {"text", "Chad and Cameroon signed an accord on Tuesday for a dam to be built by 2029."}}});
    EXPECT_EQ(told(folder), Lines{});
    EXPECT_EQ(read_json(folder / "timeline.json")["unresolved"].Size(), 1u);
}

TEST(TimelineEvents, AnEventThatNoDateCanBeGivenToIsListedAsUndatedUnlessTheTimelineIsCut) {
    const std::string text = "Qatar pledged aid to Chad. Chad accused Cameroon of theft on 14 March 2024.";
    const auto undated = [](const std::filesystem::path& folder) {
        std::vector<std::string> events;
        const rapidjson::Document timeline = read_json(folder / "timeline.json");
        for (const auto& row : timeline["undated"].GetArray()) {
            EXPECT_EQ(row["events"].Size(), 1u);
            events.push_back(names_of(row["events"][0]["who"]) + " > " + names_of(row["events"][0]["whom"]));
            EXPECT_EQ(row["sources"].Size(), 1u);
            EXPECT_FALSE(row["sources"][0].HasMember("time"));
        }
        return events;
    };
    EXPECT_EQ(undated(run_of(text)), Lines{"Qatar > Chad"});
    EXPECT_EQ(undated(run_of(text, {"timeline.classes=[\"ACCUSE\"]"})), Lines{});
    EXPECT_EQ(undated(run_of(text, {"timeline.countries=[\"CM\"]"})), Lines{});
    EXPECT_EQ(undated(run_of(text, {"timeline.until=2024-05-01"})), Lines{});
    EXPECT_EQ(undated(run_of(text, {"timeline.max_dates=1"})), Lines{});
}

TEST(TimelineEvents, SmallTalkInQuotationsAndNotesOnTheArticleAreNoEntries) {
    EXPECT_EQ(told(run_of("“We all waited until Monday for the trucks,” the farmer said.")), Lines{});
    EXPECT_EQ(told(run_of("This article was updated on 17 April to add the value of the contract.")), Lines{});
    EXPECT_EQ(told(run_of("“We waited until Monday for the trucks of Chad,” the farmer said.")).size(), 1u);
}

TEST(TimelineEvents, WhereAnEventIsStandsInItsClause) {
    const auto timeline = read_json(
        run_of("The European Union lifted its sanctions on Belarus on 14 March 2024, a week after prisoners had been "
               "exchanged in Ankara.") /
        "timeline.json");
    ASSERT_EQ(timeline["entries"].Size(), 1u);
    EXPECT_EQ(names_of(timeline["entries"][0]["where"]), "");
}

TEST(TimelineEvents, AClaimAndADenialSayWhoseTheyAre) {
    const auto timeline =
        read_json(run_of("Belarus denied on 14 March 2024 that it was negotiating with Poland.") / "timeline.json");
    ASSERT_EQ(timeline["entries"].Size(), 1u);
    const auto& event = timeline["entries"][0]["events"][0];
    EXPECT_STREQ(event["status"].GetString(), "denial");
    EXPECT_STREQ(event["speaker"].GetString(), "Belarus");
}

TEST(TimelineEvents, FilesForPeopleSayWhatIsNoFact) {
    const auto folder = run_of(
        "Belarus denied on 14 March 2024 that it was negotiating with Poland. Chad will send "
        "aid to Niger on 1 June 2024.");
    const std::string calendar = slurp(folder / "timeline.ics");
    EXPECT_NE(calendar.find("SUMMARY:Denial: Belarus denied"), std::string::npos) << calendar;
    EXPECT_NE(calendar.find("CATEGORIES:CONSULT\r\n"), std::string::npos) << calendar;
    EXPECT_NE(calendar.find("CATEGORIES:AGREE\r\nSTATUS:TENTATIVE\r\n"), std::string::npos) << calendar;
    const std::string table = slurp(folder / "timeline.csv");
    EXPECT_NE(table.find(",day,CONSULT,denial,Belarus denied"), std::string::npos) << table;
    const auto shown = read_json(folder / "timelinejs.json");
    const auto& words = shown["events"][1]["text"];
    EXPECT_STREQ(words["headline"].GetString(), "Plan: Chad will send aid to Niger on 1 June 2024.");
    EXPECT_NE(std::string(words["text"].GetString()).find("<p>AGREE, plan: Chad → Niger</p>"), std::string::npos);
}

TEST(TimelineEvents, TheMapShowsTheEventsPlaceAndItsClass) {
    const auto map =
        read_json(run_of("Ministers of Chad and Niger met in Doha on 14 March 2024 after a night in Nairobi.") /
                  "timeline.geojson");
    ASSERT_EQ(map["features"].Size(), 1u);
    EXPECT_NEAR(map["features"][0]["geometry"]["coordinates"][0].GetDouble(), 51.5, 0.5);
    EXPECT_STREQ(map["features"][0]["properties"]["class"].GetString(), "CONSULT");
}

TEST(TimelineEvents, AreFilteredByClassAndStatus) {
    const std::string text =
        "Chad accused Cameroon of theft on 14 March 2024. Chad will send aid to Niger on 1 June 2024. The bridge near "
        "Brest was opened on 2 June 2024. Chad recalled its ambassador to Cameroon on 16 March 2024 and accused "
        "Cameroon of theft.";
    EXPECT_EQ(told(run_of(text, {"timeline.classes=[\"ACCUSE\", \"COERCE\"]"})),
              (Lines{"2024-03-14 ACCUSE fact Chad > Cameroon", "2024-03-16 ACCUSE fact Chad > Cameroon"}));
    EXPECT_EQ(told(run_of(text, {"timeline.statuses=[\"plan\"]"})), Lines{"2024-06-01 AGREE plan Chad > Niger"});
    EXPECT_EQ(told(run_of(text, {"timeline.statuses=[\"plan\"]", "timeline.countries=[\"CM\"]"})), Lines{});
}

TEST(TimelineEvents, AnUnknownClassIsRefusedWithTheNearest) {
    try {
        run_of("Chad.", {"timeline.classes=[\"Acuse\"]"});
        FAIL() << "nothing was refused";
    } catch (const std::exception& error) {
        EXPECT_NE(std::string(error.what()).find("did you mean \"ACCUSE\"?"), std::string::npos) << error.what();
    }
}

TEST(TimelineEvents, WithoutTheEventLayerEntriesAreDatedSentences) {
    const auto folder = temporary_folder();
    std::ofstream(folder / "pipeline.toml") << R"(
[[stage]]
name = "ingest"
plugins = ["jsonl"]
[[stage]]
name = "tag"
plugins = ["sentences", "dates", "entities"]
[[stage]]
name = "timeline"
plugins = ["timeline"]
)";
    std::ofstream(folder / "documents.jsonl")
        << json_line({{"id", "m"}, {"text", "Chad accused Cameroon of theft on 14 March 2024."}});
    EXPECT_EQ(told(run(folder / "pipeline.toml", {folder / "documents.jsonl"})), Lines{"2024-03-14"});
}

}  // namespace
}  // namespace attache::testkit
