// The timeline exporter's files for maps and for TimelineJS.
#include <gtest/gtest.h>

#include "exporter_run.h"

namespace attache::testkit {
namespace {

rapidjson::Document file_of(const std::string& text, const char* name) {
    return read_json(run_documents({{{"id", "m"}, {"title", "Fish & <b>ships</b>"}, {"text", text}}}) / name);
}

TEST(TimelineGeoJson, AnEntryIsWhereItsCitiesAre) {
    const auto places = file_of("Envoys of Chad met in Doha and in Nairobi on 18 April 2024.", "timeline.geojson");
    ASSERT_EQ(places["features"].Size(), 1u);
    const auto& feature = places["features"][0];
    EXPECT_STREQ(feature["id"].GetString(), "t1");
    EXPECT_STREQ(feature["geometry"]["type"].GetString(), "MultiPoint");
    const auto& doha = feature["geometry"]["coordinates"][0];
    EXPECT_NEAR(doha[0].GetDouble(), 51.5, 0.5);  // longitude first (RFC 7946)
    EXPECT_NEAR(doha[1].GetDouble(), 25.3, 0.5);
    EXPECT_STREQ(feature["properties"]["begin"].GetString(), "2024-04-18");
}

TEST(TimelineGeoJson, AnEntryWithoutAPositionIsNotOnTheMap) {
    const auto places = file_of("Chad held elections on 18 April 2024 in silence.", "timeline.geojson");
    EXPECT_STREQ(places["type"].GetString(), "FeatureCollection");
    EXPECT_EQ(places["features"].Size(), 0u);
}

TEST(TimelineJs, WordsOfDocumentsAreTextAndNotMarkup) {
    const auto shown = file_of("Chad said <script>no</script> & left on 18 April 2024.", "timelinejs.json");
    const auto& text = shown["events"][0]["text"];
    EXPECT_STREQ(text["headline"].GetString(),
                 "Chad said &lt;script&gt;no&lt;/script&gt; &amp; left on 18 April 2024.");
    EXPECT_NE(std::string(text["text"].GetString()).find("<li>Fish &amp; &lt;b&gt;ships&lt;/b&gt;</li>"),
              std::string::npos);
}

TEST(TimelineJs, ADateIsAsPreciseAsItIsKnown) {
    const auto shown = file_of(
        "Chad was at war in 2019 with rebels. Chad held elections in May 2024. Chad was calm in late June 2024 at "
        "last.",
        "timelinejs.json");
    const auto& events = shown["events"];
    ASSERT_EQ(events.Size(), 3u);
    EXPECT_EQ(events[0]["start_date"].MemberCount(), 1u);
    EXPECT_FALSE(events[0].HasMember("end_date"));
    EXPECT_EQ(events[1]["start_date"].MemberCount(), 2u);
    EXPECT_FALSE(events[1].HasMember("end_date"));
    EXPECT_EQ(events[2]["start_date"]["day"].GetInt(), 21);
    EXPECT_EQ(events[2]["end_date"]["day"].GetInt(), 30);
}

}  // namespace
}  // namespace attache::testkit
