// The reader of web pages.
#include <gtest/gtest.h>

#include <chrono>

#include "testkit/testkit.h"

namespace attache::testkit {
namespace {

const std::string sentence =
    "The ministers of the two countries met on Monday in the capital to discuss water and trade.";
const std::string paragraph = "<p>" + sentence + "</p>\n";

Result read_html(const std::string& bytes) {
    const std::vector<Result> results = read("html", "page.html", bytes);
    EXPECT_EQ(results.size(), 1u);
    return results.empty() ? Result{} : results.front();
}

Result read_file(const std::string& name) {
    return read_html(slurp(source_folder() / "tests/plugins/html_pages" / name));
}

bool has(const Result& page, const std::string& text) {
    return page.text.find(text) != std::string::npos;
}

TEST(Html, TakesTheArticleOutOfAModernPage) {
    const Result page = read_file("modern.html");
    EXPECT_EQ(page.text,
              "DOHA (Gulf Desk) — Chad and Niger agreed on Tuesday to share the water of the northern wells, their "
              "ministers said after two days of talks.\n\n"
              "“It is a small paper about a large thirst,” said Mahamat Saleh, who led the Chadian side.\n\n"
              "What comes next\n\n"
              "The two sides set themselves three tasks:\n\n"
              "to measure the wells before the rains;\n\n"
              "to publish what they find.\n\n"
              "No date was given.");
    EXPECT_EQ(field(page, "title"), "Chad and Niger Share Their Wells");
    EXPECT_EQ(field(page, "published"), "2024-03-19T18:05:00+03:00");
    EXPECT_EQ(field(page, "published_from"), "metadata");
    EXPECT_EQ(field(page, "updated"), "2024-03-20T08:00:00+03:00");
    EXPECT_EQ(field(page, "byline"), "Amina Yusuf, Joël Tchanga");
    EXPECT_EQ(field(page, "publisher"), "Gulf Desk");
    EXPECT_EQ(field(page, "language"), "en-GB");
    EXPECT_EQ(field(page, "url"), "https://gulf-desk.example/wells");
    EXPECT_EQ(field(page, "dateline"), "DOHA");
}

TEST(Html, TakesTheArticleOutOfATableLayout) {
    const Result page = read_file("tables.htm");
    EXPECT_EQ(page.text,
              "Envoys from nine countries began to read the draft on Monday with four passages still in brackets, an "
              "official said.\n\n"
              "“We began with twenty,” said Désiré Okafor, who keeps the list, “and we are all getting older.”\n\n"
              "The meeting ends on Thursday, when the café of the congress hall closes for the summer.");
    EXPECT_EQ(field(page, "title"), "Nine Countries Read a Draft");
    EXPECT_EQ(field(page, "published"), "2024-04-15");
    EXPECT_EQ(field(page, "published_from"), "text");
}

TEST(Html, LeavesOutWhatSurroundsTheArticle) {
    const Result page = read_file("modern.html");
    for (const char* other :
         {"Home", "cookies", "Photograph", "A reader", "Read more", "newsletter", "reserved", "Share"}) {
        EXPECT_FALSE(has(page, other)) << other;
    }
}

TEST(Html, AStandfirstOutsideTheArticlesContainerIsKept) {
    const Result page = read_html(
        "<body><h1>Talks end</h1><div><p>Talks on the river ended on Friday without an agreement, officials said.</p>"
        "</div><p><a href='/a'>Map</a></p><div class='bodytext'>" +
        paragraph + paragraph + paragraph + paragraph + paragraph + paragraph + paragraph + paragraph + "</div>");
    EXPECT_TRUE(page.text.starts_with("Talks on the river ended"));
    EXPECT_FALSE(has(page, "Map"));
}

TEST(Html, ANameOnTheBodyDoesNotCondemnThePage) {
    const Result page = read_html("<body class='single has-comments sidebar'><div>" + paragraph + paragraph + "</div>");
    EXPECT_EQ(page.text, sentence + "\n\n" + sentence);
}

TEST(Html, HiddenTextIsNotText) {
    const Result page = read_html("<body>" + paragraph +
                                  "<p hidden>This sentence is hidden from all readers of the page, and long.</p>"
                                  "<p style='display: none'>And this one too is hidden from all the readers.</p>");
    EXPECT_EQ(page.text, sentence);
}

TEST(Html, WhiteSpaceIsFoldedAndBreaksSeparate) {
    const Result page = read_html(
        "<div>The  ministers\n of <b>two</b>\tcountries met on Monday to discuss water.<br><br>"
        "They will meet\nagain in May to discuss the remaining points.</div>");
    EXPECT_EQ(page.text,
              "The ministers of two countries met on Monday to discuss water.\n\n"
              "They will meet again in May to discuss the remaining points.");
}

TEST(Html, TheTitleOfTheWindowIsCutAtTheSitesName) {
    EXPECT_EQ(field(read_html("<title>Talks on the river end in Doha | Gulf Desk</title>" + paragraph), "title"),
              "Talks on the river end in Doha");
    EXPECT_EQ(
        field(read_html("<meta property='og:site_name' content='Gulf Desk'><title>Gulf Desk - Talks - Day Two</title>" +
                        paragraph),
              "title"),
        "Gulf Desk - Talks - Day Two");
    EXPECT_EQ(field(read_html("<title>x | y</title><h1>Talks <br>end</h1>" + paragraph), "title"), "Talks end");
}

TEST(Html, PublicationDatesAreFoundWherePagesPutThem) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"<meta name='date' content='2024-03-20'>", "2024-03-20"},
        {"<meta name='DC.date.issued' content='20 March 2024'>", "2024-03-20"},
        {"<meta property='article:published_time' content='2024-03-20T10:00:00+0300'>", "2024-03-20T10:00:00+03:00"},
        {"<time datetime='2024-03-20T10:00Z'>Wednesday</time>", "2024-03-20T10:00Z"},
        {"<span itemprop='datePublished' content='2024-03-20'>today</span>", "2024-03-20"},
        {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":\"NewsArticle\","
         "\"datePublished\":\"2024-03-20\"}]}</script>",
         "2024-03-20"},
        {"<link rel='canonical' href='https://gulf-desk.example/2024/03/20/talks'>", "2024-03-20"},
        {"<p>Published on Wednesday, 20 March 2024</p>", "2024-03-20"},
        {"<meta name='date' content='yesterday'>", ""},
        {"<p>Copyright 2024</p>", ""},
    };
    for (const auto& [markup, date] : cases) {
        const Result page = read_html("<html>" + markup + paragraph + paragraph + "</html>");
        EXPECT_EQ(field(page, "published"), date) << markup;
        EXPECT_TRUE(page.text.starts_with(sentence)) << markup;
    }
}

TEST(Html, ReadsTheEncodingsThatPagesAreIn) {
    const std::string latin =
        "<p>The caf\xE9 \x93"
        "Am\xE9lie\x94 of the ministry was closed for the whole day, officials said.</p>";
    const std::string expected = "The café “Amélie” of the ministry was closed for the whole day, officials said.";
    EXPECT_EQ(read_html("<meta charset=iso-8859-1>" + latin).text, expected);
    EXPECT_EQ(read_html(latin).text, expected);
    EXPECT_EQ(read_html("<meta charset=iso-8859-1><p>" + expected + "</p>").text, expected);
    EXPECT_EQ(read_html("\xEF\xBB\xBF<p>" + expected + "</p>").text, expected);
    EXPECT_EQ(
        read_html("<meta charset=windows-1251><p>\xCC\xE8\xED\xE8\xF1\xF2\xF0\xFB \xE2\xF1\xF2\xF0\xE5\xF2\xE8\xEB"
                  "\xE8\xF1\xFC \xE2 \xE3\xEE\xF0\xEE\xE4\xE5 \xE2 \xEF\xFF\xF2\xED\xE8\xF6\xF3.</p>")
            .text,
        "Министры встретились в городе в пятницу.");
    EXPECT_EQ(read_html("<meta charset=no-such-thing>" + latin).text, expected);
}

TEST(Html, ReadsScriptsWithoutSpaces) {
    const Result page = read_html("<h1>会谈</h1><p>两国外交部长星期一在首都举行会谈，讨论了贸易和水资源等问题。</p>");
    EXPECT_EQ(page.text, "两国外交部长星期一在首都举行会谈，讨论了贸易和水资源等问题。");
}

TEST(Html, APageWithoutAnArticleIsRejected) {
    const Result page = read_html("<ul><li><a href='/1'>World</a></li><li><a href='/2'>Sport</a></li></ul>");
    EXPECT_NE(page.rejected.find("no main text found"), std::string::npos) << page.rejected;
    EXPECT_NE(read_html("<html></html>").rejected, "");
    EXPECT_NE(read_html(std::string(4096, '\x01')).rejected, "");
}

TEST(Html, AnEmptyFileIsSkipped) {
    EXPECT_EQ(read_html(" \n").skipped, "the file is empty");
}

TEST(Html, HostilePagesCostLittle) {
    const auto start = std::chrono::steady_clock::now();
    std::string deep = "<body>";
    std::string closers = "<body>" + std::string(900, ' ');
    std::string entities = "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><p>&b;";
    for (int i = 0; i < 100000; ++i) {
        deep += "<div>";
        closers += i < 900 ? "<b>" : "</i></foo>";
        entities += "&b;&#x110000;";
    }
    EXPECT_NE(read_html(deep + paragraph).rejected.find("nested"), std::string::npos);
    EXPECT_EQ(read_html(closers + paragraph).text, sentence);
    EXPECT_TRUE(has(read_html(entities + paragraph), sentence));
    EXPECT_EQ(read_html("<div class='" + std::string(1000000, 'a') + "'>" + paragraph + "</div>").text, sentence);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

TEST(Html, HasNoSettings) {
    EXPECT_ANY_THROW(read("html", "a.html", paragraph, {"html.images=true"}));
}

}  // namespace
}  // namespace attache::testkit
