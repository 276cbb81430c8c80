// The report exporter, through the pipeline: one page that is safe, complete and says what it leaves out.
#include <gtest/gtest.h>

#include <set>

#include "exporter_run.h"

namespace attache::testkit {
namespace {

std::string report_of(const std::vector<Fields>& documents, const Set& settings = {}) {
    return slurp(run_documents(documents, settings) / "report.html");
}

bool has(const std::string& page, const std::string& text) {
    return page.find(text) != std::string::npos;
}

std::size_t count(const std::string& page, const std::string& text) {
    std::size_t found = 0;
    for (auto at = page.find(text); at != std::string::npos; at = page.find(text, at + text.size())) {
        ++found;
    }
    return found;
}

/// What stands between the quotes after each occurrence of `before`.
std::vector<std::string> quoted_after(const std::string& page, const std::string& before) {
    std::vector<std::string> values;
    for (auto at = page.find(before); at != std::string::npos; at = page.find(before, at + 1)) {
        const std::size_t start = at + before.size();
        values.push_back(page.substr(start, page.find('"', start) - start));
    }
    return values;
}

/// The page from the section's start to the next section of the page.
std::string section(const std::string& page, const std::string& id) {
    const std::size_t start = page.find("<section id=\"" + id + "\"");
    return start == std::string::npos ? "" : page.substr(start, page.find("\n</section>\n", start) - start);
}

void expect_links_resolve(const std::string& page) {
    const auto ids = quoted_after(page, " id=\"");
    const std::set<std::string> anchors(ids.begin(), ids.end());
    EXPECT_EQ(anchors.size(), ids.size()) << "an id is used twice";
    for (const std::string& link : quoted_after(page, "href=\"#")) {
        EXPECT_TRUE(anchors.contains(link)) << link;
    }
}

const Fields dated = {{"id", "dated"},
                      {"title", "Ministers meet in Samarkand"},
                      {"published", "2024-05-20"},
                      {"text",
                       "Ministers of Kazakhstan and Uzbekistan met in Samarkand on Monday. They signed an accord on "
                       "water.\n\nThe two states had agreed on it on 14 March 2024 in Tashkent."}};
const Fields undated = {{"id", "undated"},
                        {"title", "Talks in Minsk"},
                        {"text", "Envoys met in Minsk on Thursday. Kazakhstan was not invited to the talks."}};

TEST(Report, AnEntryOfTheTimelineLeadsToItsSentence) {
    const std::string page = report_of({undated, dated});
    EXPECT_TRUE(has(section(page, "timeline"), "<time datetime=\"2024-03-14\">14 March 2024</time>"));
    EXPECT_TRUE(has(section(page, "timeline"), "href=\"#d2-s3\""));
    EXPECT_TRUE(has(section(page, "documents"), "id=\"d2-s3\""));
    expect_links_resolve(page);
}

TEST(Report, SaysInAWordWhatIsNoFactAndWhoDidWhatToWhom) {
    const std::string timeline = section(
        report_of({{{"id", "m"},
                    {"published", "2024-05-20"},
                    {"text",
                     "Belarus denied on 14 March 2024 that it was negotiating with Poland. Chad will send aid to Niger "
                     "on 1 June 2024. Chad accused Cameroon on 2 May 2024 of theft. Qatar pledged aid to Niger."}}}),
        "timeline");
    EXPECT_TRUE(has(timeline, ">Denial<span class=\"by\" dir=\"auto\"> by Belarus</span></strong>")) << timeline;
    EXPECT_TRUE(has(timeline, ">Plan<span class=\"by\" dir=\"auto\"></span></strong>"));
    EXPECT_EQ(count(timeline, "<strong"), 2u) << "a fact needs no word";
    EXPECT_TRUE(has(timeline, ">ACCUSE</a><span class=\"roles\" dir=\"auto\">Chad → Cameroon</span>"));
    EXPECT_TRUE(has(timeline,
                    "data-name=\"AGREE\" title=\"agrees or promises to do something\">AGREE <span class=\"count\">2"));
    const std::size_t undated_part = timeline.find("Without a date");
    EXPECT_LT(undated_part, timeline.find("Qatar pledged aid to Niger."));
    EXPECT_TRUE(has(timeline.substr(undated_part), "data-name=\"Niger\"")) << "to narrow the page to";
}

TEST(Report, OfASentenceToldUnderTwoDatesEachEntryShowsAllAndMarksItsOwnWords) {
    const std::string timeline = section(
        report_of({{{"id", "a"},
                    {"text",
                     "Chad accused Cameroon of theft & fraud on 14 March 2024, and Qatar pledged aid to Chad on 18 "
                     "April 2024."}}}),
        "timeline");
    EXPECT_TRUE(
        has(timeline, ">Chad accused Cameroon of theft &amp; fraud on 14 March 2024</mark>, and Qatar pledged aid to"));
    EXPECT_TRUE(has(timeline, ">and Qatar pledged aid to Chad on 18 April 2024.</mark></p>"));
    EXPECT_EQ(count(timeline, "<mark"), 2u);
}

TEST(Report, ShowsTheDatesOnWhichCopiesDisagree) {
    const auto copy = [](const std::string& id, const std::string& day) {
        return Fields{{"id", id},
                      {"text", "Envoys of Chad and Cameroon signed a border accord in Doha on " + day +
                                   " May 2024. The mood was calm, and the host thanked both."}};
    };
    const std::string page = report_of({copy("a", "20"), copy("b", "19"), copy("c", "20")});
    const std::string timeline = section(page, "timeline");
    EXPECT_TRUE(has(timeline, "<time datetime=\"2024-05-20\">20 May 2024</time>"));
    EXPECT_TRUE(has(timeline,
                    "Copies that say <q dir=\"auto\">19 May 2024</q> date it "
                    "<time datetime=\"2024-05-19\">19 May 2024</time>"));
    EXPECT_TRUE(has(timeline, "href=\"#d2-s1\""));
    expect_links_resolve(page);
}

TEST(Report, MarksNamesAndDatesInTheText) {
    const std::string documents = section(report_of({dated}), "documents");
    EXPECT_TRUE(has(documents, ">Kazakhstan</span> and <span class=\"e loc\""));
    EXPECT_TRUE(has(documents, "country:KZ"));
    EXPECT_TRUE(
        has(documents, "DATE · 2024-05-20 · 20 May 2024 · counted from publication on 20 May 2024\">Monday</span>"));
}

TEST(Report, SaysWhomAGroupMeans) {
    const std::string documents = section(report_of({dated}), "documents");
    EXPECT_TRUE(has(documents, "<span class=\"g\" title=\"means Kazakhstan, Uzbekistan\">The two states</span>"));
}

TEST(Report, CountsANameOnceForEachDocument) {
    const std::string entities = section(report_of({dated, undated, copy_of(dated, "again")}), "entities");
    const std::size_t name = entities.find(">Kazakhstan</span>");
    ASSERT_NE(name, std::string::npos);
    EXPECT_TRUE(has(entities.substr(name, 200), "<b>3</b>")) << entities.substr(name, 200);
}

TEST(Report, ShowsTheKeyphrasesOfAllDocumentsAndOfEach) {
    const std::string page = report_of({undated, dated});
    EXPECT_TRUE(has(section(page, "overview"),
                    "data-find=\"Kazakhstan\" dir=\"auto\" title=\"In 2 documents\">Kazakhstan "
                    "<span class=\"count\">2</span>"))
        << section(page, "overview");
    EXPECT_TRUE(has(section(page, "documents"), "data-find=\"Samarkand\"")) << section(page, "documents");
    const std::string none = report_of({undated, dated}, {"report.keyphrases=0"});
    EXPECT_FALSE(has(section(none, "overview"), "data-find"));
    EXPECT_TRUE(has(section(none, "documents"), "data-find"));
}

TEST(Report, SaysPlainlyThatWithoutAPublicationDateRelativeDatesStayUnresolved) {
    const std::string page = report_of({dated, undated});
    const std::string unresolved = section(page, "unresolved");
    EXPECT_TRUE(
        has(unresolved, "No publication date is known for this document, so its relative dates stay unresolved."));
    EXPECT_TRUE(has(unresolved, ">Thursday</b>"));
    EXPECT_TRUE(has(unresolved, "href=\"#d2-s1\""));
    EXPECT_FALSE(has(unresolved, "Ministers meet in Samarkand"));
    EXPECT_TRUE(has(section(page, "overview"), "One document has"));
    EXPECT_TRUE(has(section(page, "documents"), "Publication date unknown"));
}

TEST(Report, TextOfDocumentsIsNeverMarkup) {
    const std::string attack = "<script>alert('x')</script><img src=x onerror=alert(1)> \"quoted\" & </title> {{slot}}";
    const std::string page = report_of({{{"id", "\"><b>" + attack},
                                         {"title", attack},
                                         {"source", "javascript:alert(1)"},
                                         {"published", "2024-05-20\"><i>"},
                                         {"text", attack + " met Wang Yi in Doha on 18 April 2024 and on Monday."}}});
    EXPECT_EQ(count(page, "<script"), 1u);
    EXPECT_EQ(count(page, "</title>"), 1u);
    EXPECT_FALSE(has(page, "<img"));
    EXPECT_FALSE(has(page, "<i>"));
    EXPECT_FALSE(has(page, "href=\"javascript:"));
    EXPECT_TRUE(has(page, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
    EXPECT_TRUE(has(page, "{{slot}}"));
}

TEST(Report, CharactersThatHtmlForbidsAreReplaced) {
    const std::string page =
        report_of({{{"id", "a"}, {"text", std::string("Nul\0bell\x07next\xC2\x86line\xEF\xBF\xBE.", 23)}}});
    EXPECT_TRUE(has(page,
                    "Nul\xEF\xBF\xBD"
                    "bell\xEF\xBF\xBDnext\xEF\xBF\xBDline\xEF\xBF\xBD."));
    EXPECT_FALSE(has(page, std::string(1, '\0')));
}

TEST(Report, ReachesForNothingOutsideItself) {
    const std::string page = report_of({dated, undated});
    EXPECT_FALSE(has(page, " src="));
    EXPECT_FALSE(has(page, "@import"));
    EXPECT_FALSE(has(page, "url("));
    EXPECT_EQ(count(page, "<link "), 1u);
    EXPECT_TRUE(has(page, "<link rel=\"icon\" href=\"data:,\">"));
    EXPECT_TRUE(has(page, "default-src 'none'"));
}

TEST(Report, SaysWhatItLeavesOutAndWhereThatIs) {
    const std::string page =
        report_of({dated, undated, copy_of(dated, "again")},
                  {"report.max_documents=1", "report.max_entries=1", "report.max_entities=2", "report.max_listed=0"});
    const std::string overview = section(page, "overview");
    EXPECT_TRUE(has(overview, "1 of 3 documents in full; all are in <code>documents.jsonl</code>"));
    EXPECT_TRUE(has(overview, "1 of 2 timeline entries; all are in <code>timeline.json</code>"));
    EXPECT_TRUE(has(overview, "names; all are in <code>documents.jsonl</code>"));
    EXPECT_TRUE(has(overview, "0 of 1 unresolved dates; all are in <code>timeline.json</code>"));
    EXPECT_EQ(count(page, "<article class=\"document\""), 1u);
    EXPECT_EQ(count(page, "<li class=\"entry\""), 1u);
    EXPECT_TRUE(has(page, "line 3 of <code>documents.jsonl</code>"));
    expect_links_resolve(page);
}

TEST(Report, SaysHowManyEventsWithoutADateItLeavesOutAndHowManyTheTimelineDoes) {
    const Fields events = {
        {"id", "a"}, {"text", "Niger accused Cameroon of theft. Chad accused Niger of theft. Chad praised Cameroon."}};
    const std::string page = report_of({events}, {"timeline.max_undated=2", "report.max_listed=1"});
    EXPECT_TRUE(
        has(section(page, "overview"), "1 of 3 events without a date; the first 2 are in <code>timeline.json</code>"));
    EXPECT_TRUE(has(section(page, "timeline"), "The first 1 of 3 are shown."));
    EXPECT_TRUE(has(section(report_of({events}, {"report.max_listed=1"}), "overview"),
                    "1 of 3 events without a date; all are in <code>timeline.json</code>"));
    EXPECT_FALSE(has(report_of({events}), "events without a date;"));
}

TEST(Report, OfTooManyEntriesItShowsThoseWithMostSources) {
    const Fields copied = {{"id", "c"}, {"text", "The accord was signed in Doha on 18 April 2024."}};
    const Fields single = {{"id", "s"}, {"text", "An envoy left for Baku on 2 January 2024."}};
    const std::string timeline =
        section(report_of({single, copied, copy_of(copied, "again")}, {"report.max_entries=1"}), "timeline");
    EXPECT_TRUE(has(timeline, "The accord was signed in Doha"));
    EXPECT_FALSE(has(timeline, "An envoy left for Baku"));
}

TEST(Report, ListsWhatWasRejectedAndWhy) {
    const auto folder = run_lines({json_line(dated), "{\"id\": \"broken\", \"text\": <b>\n"});
    const std::string page = slurp(folder / "report.html");
    const std::string rejected = section(page, "rejected");
    EXPECT_EQ(count(rejected, "<tr><th scope=\"row\">"), 1u);
    EXPECT_TRUE(has(rejected, "<td>jsonl "));
}

TEST(Report, ADateIsShownAsPreciselyAsItIsKnown) {
    const std::string timeline = section(
        report_of(
            {{{"id", "a"},
              {"text", "The port was closed in 2019 after a storm. The bridge was opened in May 2024 near Brest."}}}),
        "timeline");
    EXPECT_TRUE(has(timeline, ">2019</time>"));
    EXPECT_TRUE(has(timeline, "<h3 id=\"m2019\">2019, month not known</h3>"));
    EXPECT_TRUE(has(timeline, ">May 2024</time>"));
}

TEST(Report, NamesThePluginsThatMadeItWithTheVersionsOfTheirManifests) {
    const std::string colophon = section(report_of({dated}), "colophon");
    const std::string manifest = slurp(source_folder() / "plugins" / "report" / "report" / "plugin.toml");
    const std::size_t row = colophon.find("<th scope=\"row\">report.html</th><td>report</td><td>");
    ASSERT_NE(row, std::string::npos);
    const std::size_t version = colophon.find("<td>report</td><td>", row) + 19;
    EXPECT_TRUE(has(manifest, "\"" + colophon.substr(version, colophon.find('<', version) - version) + "\""));
    EXPECT_TRUE(has(colophon, "<th scope=\"row\">time</th><td>dates</td>"));
}

TEST(Report, AnEmptyDocumentIsListedWithNothingInIt) {
    const std::string page = report_of({{{"id", "empty"}, {"text", ""}}});
    EXPECT_TRUE(has(section(page, "timeline"), "The timeline has no entry to show."));
    EXPECT_EQ(count(page, "<article class=\"document\""), 1u);
    expect_links_resolve(page);
}

TEST(Report, RefusesANegativeLimit) {
    EXPECT_THROW(report_of({dated}, {"report.max_documents=-1"}), std::exception);
}

}  // namespace
}  // namespace attache::testkit
