// The timeline exporter when it is asked for the best: which days it chooses, and which sentences of a day.
#include <gtest/gtest.h>

#include "exporter_run.h"

namespace attache::testkit {
namespace {

using Texts = std::vector<std::string>;

Texts values(const rapidjson::Document& timeline, const char* member) {
    Texts values;
    for (const auto& entry : timeline["entries"].GetArray()) {
        values.emplace_back(entry[member].GetString());
    }
    return values;
}

/// Two documents name 2 May, one each 1 May and 9 May; three appeared on 20 May, which only a fourth speaks of.
const std::vector<Fields> collection = {
    {{"id", "a"},
     {"published", "2024-05-20"},
     {"text", "Envoys of Chad and Cameroon met in Doha on 1 May 2024. Chad recalled its envoy on 2 May 2024."}},
    {{"id", "b"}, {"published", "2024-05-20"}, {"text", "On 2 May 2024 the envoy of Chad left Yaoundé."}},
    {{"id", "c"}, {"published", "2024-05-20"}, {"text", "Chad reopened its border post at Kousseri on 9 May 2024."}},
    {{"id", "d"}, {"published", "2024-05-23"}, {"text", "Chad and Cameroon signed an accord on 20 May 2024."}}};

TEST(TimelineChoice, TheDaysThatMostDocumentsNameAreKeptWithTheirRank) {
    const auto timeline = timeline_of(collection, {"timeline.max_dates=1"});
    EXPECT_EQ(values(timeline, "begin"), (Texts{"2024-05-02", "2024-05-02"}));
    EXPECT_EQ(timeline["entries"][0]["date_rank"].GetUint(), 1u);
    const auto by_mentions = timeline_of(collection, {"timeline.max_dates=2", "timeline.rank_dates_by=mentions"});
    EXPECT_EQ(values(by_mentions, "begin"), (Texts{"2024-05-01", "2024-05-02", "2024-05-02"}));
    EXPECT_EQ(by_mentions["entries"][0]["date_rank"].GetUint(), 2u);
}

TEST(TimelineChoice, DaysOfPublicationCountIfAskedForAndOnlyWhereSomethingIsToldOfThem) {
    const auto timeline = timeline_of(collection, {"timeline.max_dates=1", "timeline.rank_dates_by=publications"});
    EXPECT_EQ(values(timeline, "begin"), Texts{"2024-05-20"});
    const std::vector<Fields> silent(collection.begin(), collection.begin() + 3);
    const auto other = timeline_of(silent, {"timeline.max_dates=1", "timeline.rank_dates_by=publications"});
    EXPECT_EQ(values(other, "begin"), Texts{"2024-05-01"});
}

TEST(TimelineChoice, ADayOfWhichTheTopicIsToldGoesBeforeOneOfOtherThings) {
    Fields background = {{"id", "a"},
                         {"text",
                          "Envoys began talks on the border on 3 January 2021. Troops left the border on 5 April 2021. "
                          "Envoys ended the talks on 8 June 2021. Troops came back on 9 September 2021. "
                          "Talks on troops began on 2 February 2022. Envoys saw the border on 6 July 2022."}};
    const std::vector<Fields> documents = {
        background,
        {{"id", "b"}, {"text", "A storm closed the port of Lisbon on 4 March 2024."}},
        {{"id", "c"}, {"text", "Rain fell on Oporto in a storm on 4 March 2024."}},
        {{"id", "d"}, {"text", "Troops fired on envoys at the border on 2 May 2024."}},
        {{"id", "e"}, {"text", "Talks on the border were called off on 2 May 2024."}},
    };
    EXPECT_EQ(values(timeline_of(documents, {"timeline.max_dates=1"}), "begin"), (Texts{"2024-05-02", "2024-05-02"}));
    EXPECT_EQ(values(timeline_of(documents, {"timeline.max_dates=1", "timeline.rank_dates_by=mentions"}), "begin"),
              (Texts{"2024-03-04", "2024-03-04"}));
}

TEST(TimelineChoice, DatesCoarserThanADayAreNotAmongTheBest) {
    const Fields coarse = {{"id", "a"}, {"text", "Chad held elections in May 2024. Chad left the bloc on 2 May 2024."}};
    EXPECT_EQ(values(timeline_of({coarse}, {"timeline.max_dates=5"}), "precision"), Texts{"day"});
}

TEST(TimelineChoice, TheSentencesNearestToWhatTheDayIsAboutAreKeptAndNotOneTwice) {
    const std::string accord = "Chad and Cameroon signed a border accord in Doha on 20 May 2024";
    const std::vector<Fields> documents = {
        {{"id", "a"}, {"text", "Rain fell over the orchards of northern Moldova on 20 May 2024. " + accord + "."}},
        {{"id", "b"}, {"text", accord + " after talks."}},
        {{"id", "c"}, {"text", "Cameroon and Chad will withdraw troops from the border, they said on 20 May 2024."}},
    };
    const auto one = timeline_of(documents, {"timeline.sentences_per_date=1"});
    EXPECT_EQ(values(one, "what"), Texts{accord + "."});
    const auto two = values(timeline_of(documents, {"timeline.sentences_per_date=2"}), "what");
    EXPECT_EQ(two, (Texts{accord + ".", documents[2].at("text")}));
}

/// Three articles of one day, of which one dates what it tells, and two others that give the words their weight.
const std::vector<Fields> opened = {
    {{"id", "a"}, {"published", "2024-05-20"}, {"text", "Rain fell over the orchards of Moldova on 20 May 2024."}},
    {{"id", "b"}, {"published", "2024-05-20"}, {"text", "Envoys of Chad signed an accord. Chad held a vote in 2019."}},
    {{"id", "c"}, {"published", "2024-05-20"}, {"text", "An accord was signed by Chad after talks of envoys."}},
    {{"id", "d"}, {"published", "2024-05-23"}, {"text", "Chad signed the accord with envoys on 20 May 2024."}},
    {{"id", "e"},
     {"text", "Envoys left on 3 January 2021. An accord was signed on 5 April 2021. Troops left on 8 June 2021."}}};

TEST(TimelineChoice, AnUndatedOpeningCanSpeakForItsDayOfPublicationAndSaysSo) {
    const auto timeline = timeline_of(opened, {"timeline.max_dates=1", "timeline.sentences_per_date=1"});
    ASSERT_EQ(values(timeline, "begin"), Texts{"2024-05-20"});
    const auto& entry = timeline["entries"][0];
    EXPECT_STREQ(entry["what"].GetString(), "Envoys of Chad signed an accord.");
    EXPECT_STREQ(entry["expression"].GetString(), "");
    EXPECT_STREQ(entry["anchor"].GetString(), "published 2024-05-20");
    EXPECT_FALSE(entry["sources"][0].HasMember("time"));
}

TEST(TimelineChoice, OpeningsAreNotToldWithoutALimitNorWhereEventsAreAskedForNorOfOtherThings) {
    const Texts dated = {opened[0].at("text"), opened[3].at("text")};
    EXPECT_EQ(values(timeline_of(opened, {"timeline.max_dates=1"}), "what"), dated);
    const Set limits = {"timeline.max_dates=1", "timeline.sentences_per_date=9"};
    const auto with = [&](const char* setting) {
        Set settings = limits;
        settings.emplace_back(setting);
        return values(timeline_of(opened, settings), "what");
    };
    EXPECT_EQ(with("timeline.entities=[\"Moldova\"]"), Texts{dated[0]});
    for (const std::string& what : with("timeline.statuses=[\"fact\"]")) {
        EXPECT_NE(what.find("2024"), what.npos) << what;
    }
}

TEST(TimelineChoice, AnOpeningWithADateOfItsOwnIsToldUnderThatAlone) {
    const std::vector<Fields> documents = {{{"id", "a"},
                                            {"published", "2024-05-20"},
                                            {"text", "Chad opened its border in May 2019. Chad closed it today."}}};
    const auto timeline = timeline_of(documents, {"timeline.max_dates=5", "timeline.sentences_per_date=5"});
    EXPECT_EQ(values(timeline, "what"), Texts{"Chad closed it today."});
}

TEST(TimelineChoice, RefusesANegativeLimit) {
    EXPECT_THROW(timeline_of(collection, {"timeline.max_dates=-1"}), std::exception);
}

}  // namespace
}  // namespace attache::testkit
