// The timeline exporter when it is asked for some things, countries or days only.
#include <gtest/gtest.h>

#include "exporter_run.h"

namespace attache::testkit {
namespace {

const std::vector<Fields> documents = {
    {{"id", "a"},
     {"text",
      "Envoys of Chad and Cameroon met in Doha on 1 May 2024. Foreign Minister Wang Yi of China left Astana on 2 May "
      "2024. Chad held elections in May 2024. The port of Douala was closed for repairs on 9 May 2024."}}};

std::vector<std::string> begins(const Set& settings) {
    const auto timeline = read_json(run_documents(documents, settings) / "timeline.json");
    std::vector<std::string> begins;
    for (const auto& entry : timeline["entries"].GetArray()) {
        begins.emplace_back(entry["begin"].GetString());
    }
    return begins;
}

using Days = std::vector<std::string>;

TEST(TimelineFilter, ByNameOrLinkedIdOfAThing) {
    EXPECT_EQ(begins({"timeline.entities=[\"wang yi\"]"}), Days{"2024-05-02"});
    EXPECT_EQ(begins({"timeline.entities=[\"country:TD\", \"Wang Yi\"]"}),
              (Days{"2024-05-01", "2024-05-01", "2024-05-02"}));
}

TEST(TimelineFilter, ByAPairOfCountries) {
    EXPECT_EQ(begins({"timeline.countries=[\"TD\", \"CM\"]"}), Days{"2024-05-01"});
    EXPECT_EQ(begins({"timeline.countries=[\"CM\"]"}), (Days{"2024-05-01", "2024-05-09"}));
}

TEST(TimelineFilter, ByPeriodWhichACoarserDateMayReachInto) {
    EXPECT_EQ(begins({"timeline.from=\"2024-05-02\""}), (Days{"2024-05-01", "2024-05-02", "2024-05-09"}));
    EXPECT_EQ(begins({"timeline.from=\"2024-05-02\"", "timeline.until=\"2024-05-02\""}),
              (Days{"2024-05-01", "2024-05-02"}));
    EXPECT_EQ(begins({"timeline.until=2024-04-30"}), Days{});
}

TEST(TimelineFilter, UnresolvedDatesOfOtherSentencesAreLeftOutToo) {
    const auto count_unresolved = [](const std::string& entity) {
        const Fields undated = {{"id", "a"}, {"text", "Chad and Cameroon meet again in Doha on Monday."}};
        const auto folder = run_documents({undated}, {"timeline.entities=[\"" + entity + "\"]"});
        return read_json(folder / "timeline.json")["unresolved"].Size();
    };
    EXPECT_EQ(count_unresolved("Chad"), 1u);
    EXPECT_EQ(count_unresolved("China"), 0u);
}

TEST(TimelineFilter, RefusesWhatIsNoDayCountryOrPeriod) {
    EXPECT_THROW(begins({"timeline.from=May 2024"}), std::exception);
    EXPECT_THROW(begins({"timeline.countries=[\"Chad\"]"}), std::exception);
    EXPECT_THROW(begins({"timeline.from=\"2024-05-02\"", "timeline.until=\"2024-05-01\""}), std::exception);
}

}  // namespace
}  // namespace attache::testkit
