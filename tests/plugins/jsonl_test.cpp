// The reader of JSON Lines.
#include <gtest/gtest.h>

#include <fstream>

#include "testkit/testkit.h"

namespace attache::testkit {
namespace {

std::vector<Result> read_lines(const std::string& bytes) {
    return read("jsonl", "batch.jsonl", bytes);
}

Result read_line(const std::string& line) {
    const std::vector<Result> results = read_lines(line + "\n");
    EXPECT_EQ(results.size(), 1u) << line;
    return results.empty() ? Result{} : results.front();
}

TEST(JsonLines, IdAndTextAreKeptToTheLetter) {
    const Result document = read_line(R"({"id": " a/1 ", "text": "  Two\r\n\tlines. \u00e9\ud83d\ude00 "})");
    EXPECT_EQ(field(document, "id"), " a/1 ");
    EXPECT_EQ(document.text, "  Two\r\n\tlines. é😀 ");
}

TEST(JsonLines, EscapesAreReadAtEveryPlace) {
    std::string written;
    std::string meant;
    for (std::size_t size = 0; size < 20; ++size) {
        written += std::string(size, 'a') + "\\\"é\\\\\\u2019";
        meant += std::string(size, 'a') + "\"é\\’";
    }
    EXPECT_EQ(read_line(R"({"text": ")" + written + "\"}").text, meant);
}

TEST(JsonLines, OtherMembersBecomeFields) {
    const Result document = read_line(
        R"({"text": "T", "title": "Café", "pages": 1.50e+3, "live": true, "none": null, "tags": ["a", {"b":  1}]})");
    EXPECT_EQ(field(document, "title"), "Café");
    EXPECT_EQ(field(document, "pages"), "1.50e+3");
    EXPECT_EQ(field(document, "live"), "true");
    EXPECT_FALSE(document.fields.contains("none"));
    EXPECT_EQ(field(document, "tags"), R"(["a", {"b":  1}])");
}

TEST(JsonLines, AnIdMayBeANumberAndIsKeptAsWritten) {
    EXPECT_EQ(field(read_line(R"({"id": 12345678901234567890, "text": "T"})"), "id"), "12345678901234567890");
    EXPECT_EQ(field(read_line(R"({"id": 1.0, "text": "T"})"), "id"), "1.0");
}

TEST(JsonLines, WithoutAnIdADocumentIsKnownByItsPlace) {
    EXPECT_NE(field(read_line(R"({"text": "T"})"), "id"), "");
    EXPECT_NE(field(read_line(R"({"id": null, "text": "T"})"), "id"), "");
}

TEST(JsonLines, ABrokenLineCostsThatLineAlone) {
    const auto results = read_lines("{\"id\":\"1\",\"text\":\"A\"}\r\n\n  \n{\"id\":\n{\"id\":\"3\",\"text\":\"C\"}");
    ASSERT_EQ(results.size(), 3u);
    EXPECT_EQ(results[0].text, "A");
    EXPECT_NE(results[1].rejected.find("not JSON"), std::string::npos) << results[1].rejected;
    EXPECT_EQ(results[2].text, "C");
}

TEST(JsonLines, AnEmptyFileHoldsNoDocument) {
    EXPECT_TRUE(read_lines("").empty() || !read_lines("").front().skipped.empty());
    for (const Result& result : read_lines("\n \r\n\n")) {
        EXPECT_FALSE(result.skipped.empty());
    }
}

TEST(JsonLines, AnEmptyTextIsADocument) {
    const Result document = read_line(R"({"id": "1", "text": ""})");
    EXPECT_EQ(document.rejected, "");
    EXPECT_EQ(document.skipped, "");
    EXPECT_EQ(field(document, "id"), "1");
}

TEST(JsonLines, DeepNestingDoesNotExhaustTheStack) {
    const std::string nested = std::string(500000, '[') + std::string(500000, ']');
    EXPECT_EQ(field(read_line("{\"text\":\"T\",\"deep\":" + nested + "}"), "deep").size(), nested.size());
    EXPECT_NE(read_line("{\"text\":\"T\",\"deep\":" + nested.substr(0, 500000)).rejected, "");
}

TEST(JsonLines, BytesThatAreNotUtf8AreNamedWithTheirColumn) {
    const std::string reason = read_line("{\"text\":\"é\xE9\"}").rejected;
    EXPECT_NE(reason.find("byte 0xE9 at column 11"), std::string::npos) << reason;
}

TEST(JsonLines, APublicationDateIsIso8601OrUnknown) {
    const Result dated = read_line(R"({"text": "T", "published": "2024-05-20T09:30:00+05:00"})");
    EXPECT_EQ(field(dated, "published"), "2024-05-20T09:30:00+05:00");
    EXPECT_EQ(field(dated, "published_from"), "metadata");
    for (const char* date : {"\"2024\"", "\"2024-05\"", "\"2024-05-20\"", "\"2024-05-20T09:30Z\"", "2024"}) {
        EXPECT_NE(field(read_line(std::string(R"({"text": "T", "published": )") + date + "}"), "published"), "")
            << date;
    }
    for (const char* date : {"\"12 May\"", "\"2024-5-20\"", "\"2024-02-30\"", "\"2024-05-20T09:30\"", "\"2024-13\"",
                             "\"20240520\"", "1716163200", "true", "[2024]", "\"2024-05-20 \""}) {
        const Result undated = read_line(std::string(R"({"text": "T", "published": )") + date + "}");
        EXPECT_EQ(undated.rejected, "") << date;
        EXPECT_FALSE(undated.fields.contains("published")) << date;
        ASSERT_EQ(undated.remarks.size(), 1u) << date;
        EXPECT_NE(undated.remarks.front().find("not ISO 8601"), std::string::npos) << date;
    }
    EXPECT_TRUE(read_line(R"({"text": "T", "published": null})").remarks.empty());
}

TEST(JsonLines, HasNoSettings) {
    EXPECT_ANY_THROW(read("jsonl", "a.jsonl", "{}", {"jsonl.text=body"}));
}

/// Each row: a line that is refused, then a part of the reason.
TEST(JsonLines, WrongLinesAreRefusedAsListed) {
    std::ifstream cases(source_folder() / "tests/plugins/jsonl_refused.tsv");
    std::size_t count = 0;
    for (std::string row; std::getline(cases, row); ++count) {
        const std::size_t tab = row.find('\t');
        ASSERT_NE(tab, std::string::npos) << row;
        const std::string reason = read_line(row.substr(0, tab)).rejected;
        EXPECT_NE(reason.find(row.substr(tab + 1)), std::string::npos) << row << "\n" << reason;
    }
    EXPECT_GT(count, 15u);
}

}  // namespace
}  // namespace attache::testkit
