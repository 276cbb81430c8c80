// The timeline exporter over reports of one event: what is folded into one entry, what is not, and dates that
// contradict.
#include <gtest/gtest.h>

#include "exporter_run.h"

namespace attache::testkit {
namespace {

/// A document for each text.
std::vector<Fields> documents_of(const std::vector<std::string>& texts) {
    std::vector<Fields> documents;
    for (const std::string& text : texts) {
        documents.push_back({{"id", std::to_string(documents.size())}, {"published", "2024-05-21"}, {"text", text}});
    }
    return documents;
}

std::size_t count_entries(const std::vector<std::string>& texts) {
    return timeline_of(documents_of(texts))["entries"].Size();
}

std::vector<std::string> documents_in(const rapidjson::Value& sources) {
    std::vector<std::string> ids;
    for (const auto& source : sources.GetArray()) {
        ids.emplace_back(source["document"].GetString());
    }
    return ids;
}

using Ids = std::vector<std::string>;

const std::string accord =
    "Envoys of Chad and Cameroon signed a border accord in Doha on 20 May 2024 after ten months of talks.";

TEST(TimelineFolding, AShortenedCopyIsTheSameEvent) {
    const auto timeline = timeline_of(
        documents_of({accord, "Envoys of Chad and Cameroon signed a border accord in Doha on 20 May 2024."}));
    ASSERT_EQ(timeline["entries"].Size(), 1u);
    EXPECT_EQ(timeline["entries"][0]["what"].GetString(), accord);
    EXPECT_EQ(timeline["entries"][0]["source_count"].GetUint(), 2u);
    EXPECT_EQ(documents_in(timeline["entries"][0]["sources"]), (Ids{"0", "1"}));
}

TEST(TimelineFolding, TheSameEventInOtherWordsIsOneEntryIfNamesAndEnoughWordsAgree) {
    EXPECT_EQ(count_entries({accord,
                             "After months of talks, a border accord between Cameroon and Chad was signed in Doha on "
                             "20 May 2024, an official said."}),
              1u);
    EXPECT_EQ(count_entries({accord, "Envoys of Chad and Cameroon dined on a terrace in Doha on 20 May 2024."}), 2u);
}

/// A line for each undated entry: the documents that tell it.
std::vector<Ids> undated_in(const std::vector<std::string>& texts, const Set& settings = {}) {
    std::vector<Ids> rows;
    const auto timeline = read_json(run_documents(documents_of(texts), settings) / "timeline.json");
    for (const auto& row : timeline["undated"].GetArray()) {
        rows.push_back(documents_in(row["sources"]));
        EXPECT_EQ(row["source_count"].GetUint(), row["sources"].Size());
    }
    return rows;
}

const std::string pledge = "Qatar pledged aid for wells and clinics in the dry north to Chad.";

TEST(TimelineFolding, CopiesOfAnUndatedEventAreOneEntryAndWhatIsToldAnewIsNot) {
    EXPECT_EQ(undated_in({pledge, "The rain came late. " + pledge,
                          "Qatar pledged aid for wells and clinics in the dry north to Chad, an official said."}),
              std::vector<Ids>({{"0", "1", "2"}}));
    EXPECT_EQ(undated_in({pledge, "Qatar pledged aid for wells, schools and roads to Chad."}),
              std::vector<Ids>({{"0"}, {"1"}}));
}

TEST(TimelineFolding, UndatedEventsInTheSameWordsAreTwoIfOthersTakePart) {
    const std::string neighbours = " share a river. The two sides signed an accord on water.";
    EXPECT_EQ(
        undated_in({"Chad and Cameroon" + neighbours, "Chad and Niger" + neighbours, "Chad and Cameroon" + neighbours}),
        std::vector<Ids>({{"0", "2"}, {"1"}}));
}

TEST(TimelineFolding, UndatedEventsThatMostSourcesTellStandFirstAndAreLeftWhenThereAreTooMany) {
    const std::vector<std::string> texts = {"Niger accused Cameroon of theft.", pledge, "Chad accused Niger of theft.",
                                            pledge};
    EXPECT_EQ(undated_in(texts), std::vector<Ids>({{"1", "3"}, {"0"}, {"2"}}));
    EXPECT_EQ(undated_in(texts, {"timeline.max_undated=2"}), std::vector<Ids>({{"1", "3"}, {"0"}}));
    const auto folder = run_documents(documents_of(texts), {"timeline.max_undated=2"});
    EXPECT_EQ(read_json(folder / "timeline.json")["undated_count"].GetUint(), 3u);
    EXPECT_EQ(read_json(folder / "run.json")["figures"]["events without a date"].GetUint(), 3u);
}

TEST(TimelineFolding, OtherNamesFiguresOrADenialMakeAnotherEvent) {
    EXPECT_EQ(count_entries({accord,
                             "Envoys of Chad and Niger signed a border accord in Doha on 20 May 2024 after ten months "
                             "of talks."}),
              2u);
    EXPECT_EQ(count_entries({"Qatar pledged 40 million dollars on 20 May 2024 to repair bridges, roads and wells in "
                             "Chad and to train engineers.",
                             "Qatar pledged 70 million dollars on 20 May 2024 to repair bridges, roads and wells in "
                             "Chad and to train engineers."}),
              2u);
    EXPECT_EQ(count_entries({accord,
                             "Envoys of Chad and Cameroon never signed a border accord in Doha on 20 May 2024 after "
                             "ten months of talks."}),
              2u);
}

TEST(TimelineFolding, EventsOfOtherClassesAreOthers) {
    const auto with = [](const std::string& verb) {
        return "Foreign Minister Haroun Djimtola of Chad " + verb +
               " Cameroon on 20 May 2024 over the waters of the Logone and the price of grain in Garoua.";
    };
    EXPECT_EQ(count_entries({with("praised"), with("praised")}), 1u);
    EXPECT_EQ(count_entries({with("praised"), with("threatened")}), 2u);
}

TEST(TimelineFolding, WhoActsOnWhomIsToldByEventsNotByTheOrderOfNames) {
    EXPECT_EQ(
        count_entries({"Peru pledged $13 million on 5 January 2024 to help Latvia with student grants.",
                       "Help of $13 million with student grants was pledged to Latvia by Peru on 5 January 2024."}),
        1u);
    EXPECT_EQ(count_entries({"Peru pledged $13 million on 5 January 2024 to help Latvia with student grants.",
                             "Latvia pledged $13 million on 5 January 2024 to help Peru with student grants."}),
              2u);
}

TEST(TimelineFolding, ADocumentDoesNotTellOfOneEventTwiceInOtherWords) {
    const std::string one =
        "Chad accused Cameroon on 20 May 2024 of breaking its promises on port fees in harsh words.";
    const std::string other =
        "Cameroon was accused by Chad on 20 May 2024 of breaking a pledge on port fees; nobody from its embassy came.";
    EXPECT_EQ(count_entries({one, other}), 1u);
    EXPECT_EQ(count_entries({one + " " + other}), 2u);
}

TEST(TimelineFolding, OrderOfTheInputDecidesWhoSpeaksAndNothingElse) {
    const std::string shorter = "Envoys of Chad and Cameroon signed a border accord in Doha on 20 May 2024.";
    const auto uid = [](const std::vector<std::string>& texts) {
        const std::string calendar = slurp(run_documents(documents_of(texts)) / "timeline.ics");
        return calendar.substr(calendar.find("UID:"), 40);
    };
    EXPECT_EQ(uid({accord, shorter}), uid({shorter, accord}));
    EXPECT_STREQ(timeline_of(documents_of({shorter, accord}))["entries"][0]["what"].GetString(), shorter.c_str());
}

/// An article whose first sentence says `when`, with another that tells copies from others.
std::string wire(const std::string& when) {
    return "Envoys of Chad and Cameroon signed a border accord in Doha " + when +
           " after ten months of talks. The mood was calm, and the host thanked both.";
}

TEST(TimelineFolding, DatesOnWhichCopiesDisagreeAreShownWithTheDateOfMost) {
    const auto timeline =
        timeline_of(documents_of({wire("on 19 May 2024"), wire("on 20 May 2024"), wire("on 20 May 2024")}));
    ASSERT_EQ(timeline["entries"].Size(), 1u);
    const auto& entry = timeline["entries"][0];
    EXPECT_STREQ(entry["begin"].GetString(), "2024-05-20");
    EXPECT_EQ(documents_in(entry["sources"]), (Ids{"1", "2"}));
    ASSERT_EQ(entry["other_dates"].Size(), 1u);
    const auto& other = entry["other_dates"][0];
    EXPECT_STREQ(other["begin"].GetString(), "2024-05-19");
    EXPECT_STREQ(other["expression"].GetString(), "19 May 2024");
    EXPECT_EQ(documents_in(other["sources"]), Ids{"0"});
}

TEST(TimelineFolding, AReprintWhoseMondayIsAnotherOneDoesNotMoveTheEvent) {
    const auto timeline = timeline_of({{{"id", "reprint"}, {"published", "2024-05-28"}, {"text", wire("on Monday")}},
                                       {{"id", "first"}, {"published", "2024-05-21"}, {"text", wire("on Monday")}}});
    ASSERT_EQ(timeline["entries"].Size(), 1u);
    EXPECT_STREQ(timeline["entries"][0]["begin"].GetString(), "2024-05-20");
    EXPECT_STREQ(timeline["entries"][0]["other_dates"][0]["begin"].GetString(), "2024-05-27");
}

TEST(TimelineFolding, ASentenceThatComesEveryWeekIsNoContradiction) {
    std::vector<Fields> documents;
    for (int day = 7; day <= 28; day += 7) {
        const std::string number = std::to_string(documents.size());
        documents.push_back({{"id", number},
                             {"published", "2024-05-" + std::string(day < 10 ? "0" : "") + std::to_string(day)},
                             {"text",
                              "The spokesman of the ministry will answer questions of accredited reporters from Chad "
                              "in Doha on Wednesday. Item " +
                                  number + " of the list is new."}});
    }
    EXPECT_EQ(timeline_of(documents)["entries"].Size(), 4u);
}

TEST(TimelineFolding, AMonthDoesNotContradictADayInIt) {
    EXPECT_EQ(count_entries({wire("in May 2024"), wire("on 20 May 2024")}), 2u);
}

}  // namespace
}  // namespace attache::testkit
