// The exporter of briefings, over documents that the default annotators read.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "exporter_run.h"

namespace attache::testkit {
namespace {

const Fields railway = {
    {"id", "railway"},
    {"title", "Kazakhstan and China agree on a railway"},
    {"source", "Steppe <Wire>"},
    {"published", "2024-03-05"},
    {"text",
     "ASTANA (Steppe Wire) — Kazakhstan and China agreed on Monday to build a railway from Khorgos to "
     "Tashkent, officials of both countries said. Wang Yi visited the site of the dry port in Khorgos "
     "and praised the engineers. He also promised more trains for the harvest of next autumn."}};
const Fields wells = {
    {"id", "wells"},
    {"title", "Chad opens wells"},
    {"published", "2024-04-11"},
    {"text",
     "Chad opened four new wells in the north on 9 April 2024 after a year of drought. It was the "
     "largest such project in the region. Niger will share the water of the wells, its government said."}};

std::string briefing(const std::vector<Fields>& documents, const Set& settings = {}) {
    return slurp(run_documents(documents, settings) / "briefing.md");
}

std::vector<std::string> bullets(const std::string& briefing) {
    std::vector<std::string> bullets;
    for (const std::string& line : split(briefing, "\n")) {
        if (line.starts_with("- ")) {
            bullets.push_back(line);
        }
    }
    return bullets;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(Briefing, TellsWhatItIsOfAndWhatItRestsOn) {
    const std::string text = briefing({railway, wells});
    EXPECT_TRUE(text.starts_with("# Briefing: All documents\n"));
    EXPECT_TRUE(contains(text, "2 documents read, published from 5 March 2024 to 11 April 2024; 2 are cited."));
    EXPECT_TRUE(contains(text, "**Keyphrases:** "));
}

TEST(Briefing, ABulletHasItsDayTheWordsOfItsSentenceAndACitation) {
    const std::string text = briefing({railway});
    EXPECT_TRUE(contains(text,
                         "- **4 March 2024** (“Monday”) Kazakhstan and China agreed on Monday to build a railway from "
                         "Khorgos to Tashkent, officials of both countries said.  \n"
                         "  *Kazakhstan and China agree on a railway*, Steppe \\<Wire>, published 5 March 2024 [3]"))
        << text;
    EXPECT_TRUE(contains(text, "`railway`, sentence 1, characters 0–139:")) << text;
}

TEST(Briefing, ASentenceWithoutADateHasThatOfThePublication) {
    EXPECT_TRUE(contains(briefing({railway}), "- **5 March 2024** (published) Wang Yi visited the site"));
    Fields undated = railway;
    undated.erase("published");
    EXPECT_TRUE(contains(briefing({undated}), "- **undated** Wang Yi visited the site"));
}

TEST(Briefing, APersonIsNamedForAPronounAndLeaningSentencesAreLeftOut) {
    const std::string text = briefing({railway, wells});
    EXPECT_TRUE(contains(text, "\\[Wang Yi\\] also promised more trains")) << text;
    EXPECT_FALSE(contains(text, " It was the largest such project in the region.  \n"));
}

TEST(Briefing, TheNewestComesFirst) {
    const auto told = bullets(briefing({railway, wells}));
    ASSERT_GE(told.size(), 3u);
    EXPECT_TRUE(contains(told.front(), "11 April 2024"));
    EXPECT_TRUE(contains(told.back(), "4 March 2024"));
}

TEST(Briefing, CopiesAreOneBulletWithSeveralSources) {
    const std::string text = briefing({railway, copy_of(railway, "copy"), copy_of(railway, "third")});
    EXPECT_EQ(bullets(text).size(), bullets(briefing({railway})).size());
    EXPECT_TRUE(contains(text, "[1]; also [2], [3]\n")) << text;
    EXPECT_TRUE(
        contains(briefing({railway, copy_of(railway, "copy"), copy_of(railway, "third")}, {"briefing.max_sources=2"}),
                 "[1]; also [2] and 1 more\n"));
}

TEST(Briefing, WhoDoesWhatToWhomIsNoCopy) {
    const Fields one = {
        {"id", "a"}, {"published", "2024-05-02"}, {"text", "Chad denied that it had closed the border with Niger."}};
    const Fields other = {
        {"id", "b"}, {"published", "2024-05-02"}, {"text", "Niger denied that it had closed the border with Chad."}};
    EXPECT_FALSE(contains(briefing({one, other}), "; also ["));
}

TEST(Briefing, OfAPairOfCountries) {
    const std::string text = briefing({railway, wells}, {"briefing.countries=[\"KZ\", \"CN\"]"});
    EXPECT_TRUE(text.starts_with("# Briefing: Kazakhstan and China\n"));
    EXPECT_EQ(bullets(text).size(), 1u);
    EXPECT_TRUE(contains(text, "2 documents read; 1 tells of this, published 5 March 2024; 1 is cited."));
    EXPECT_FALSE(contains(text.substr(0, text.find("\n- ")), "Kazakhstan (1)"));
}

TEST(Briefing, OfAPersonAndOfAPeriod) {
    const std::string person = briefing({railway, wells}, {"briefing.entities=[\"wang yi\"]"});
    ASSERT_EQ(bullets(person).size(), 2u);
    EXPECT_TRUE(contains(person, " Wang Yi visited"));
    EXPECT_TRUE(contains(person, "\\[Wang Yi\\] also promised"));
    const std::string period =
        briefing({railway, wells}, {"briefing.from=\"2024-04-01\"", "briefing.until=\"2024-04-30\""});
    EXPECT_TRUE(period.starts_with("# Briefing: All documents, 1 April 2024 to 30 April 2024\n"));
    EXPECT_FALSE(contains(period, "railway"));
}

TEST(Briefing, ByTheme) {
    Fields later = wells;
    later["id"] = "later";
    later["published"] = "2024-04-20";
    later["text"] = "Engineers from Chad measured the level of the wells near Faya on 18 April 2024 and found it low.";
    Fields bridge = railway;
    bridge["id"] = "bridge";
    bridge["text"] = "Bids for a bridge on the railway from Khorgos to Tashkent were opened in Almaty on 3 March 2024.";
    const std::string text = briefing({railway, wells, later, bridge}, {"briefing.order=theme"});
    EXPECT_GE(split(text, "\n## ").size(), 4u) << text;  // two themes, and what is cited
    EXPECT_TRUE(contains(text, "wells")) << text;
}

TEST(Briefing, HasAsManyBulletsAsAskedForAtMost) {
    EXPECT_EQ(bullets(briefing({railway, wells}, {"briefing.bullets=2"})).size(), 2u);
}

TEST(Briefing, OfNothingSaysSo) {
    const std::string text = briefing({railway}, {"briefing.entities=[\"Nobody\"]"});
    EXPECT_TRUE(contains(text, "No sentence tells of this."));
    EXPECT_TRUE(contains(briefing({}), "0 documents read"));
}

TEST(Briefing, ThePageLeadsFromEachBulletToItsSentenceAndIsSafe) {
    const auto folder = run_documents({railway});
    const std::string page = slurp(folder / "briefing.html");
    EXPECT_TRUE(contains(page, "href=\"#c1\""));
    EXPECT_TRUE(contains(page, "<li id=\"c1\">"));
    EXPECT_TRUE(contains(page, "Steppe &lt;Wire&gt;"));
    EXPECT_FALSE(contains(page, "<Wire>"));
    EXPECT_TRUE(contains(page, "<mark>ASTANA (Steppe Wire) — Kazakhstan"));
}

TEST(Briefing, RefusesWhatIsNoDayOrCountry) {
    EXPECT_THROW(briefing({railway}, {"briefing.from=May 2024"}), std::exception);
    EXPECT_THROW(briefing({railway}, {"briefing.countries=[\"Chad\"]"}), std::exception);
}

}  // namespace
}  // namespace attache::testkit
