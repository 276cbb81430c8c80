// The timeline exporter when it is asked for the best: which days it chooses, and which sentences of a day.
#include <gtest/gtest.h>

#include "exporter_run.h"

namespace attache::testkit {
namespace {

using Texts = std::vector<std::string>;

rapidjson::Document timeline_of(const std::vector<Fields>& documents, const Set& settings) {
    return read_json(run_documents(documents, settings) / "timeline.json");
}

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

TEST(TimelineChoice, ADayThatIsNamedWithTheTopicGoesBeforeOneThatIsNot) {
    std::vector<Fields> documents = collection;
    documents.pop_back();
    documents.push_back({{"id", "e"}, {"text", "A storm closed the port of Lisbon on 4 March 2024. Chad was spared."}});
    documents.push_back({{"id", "f"}, {"text", "A storm closed the port of Oporto on 4 March 2024. Chad was spared."}});
    const auto timeline = timeline_of(documents, {"timeline.max_dates=1"});
    EXPECT_EQ(values(timeline, "begin"), (Texts{"2024-05-02", "2024-05-02"}));
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

TEST(TimelineChoice, RefusesANegativeLimit) {
    EXPECT_THROW(timeline_of(collection, {"timeline.max_dates=-1"}), std::exception);
}

}  // namespace
}  // namespace attache::testkit
