#include "document/json.h"

#include <gtest/gtest.h>

#include <attache/json.hpp>
#include <cmath>
#include <vector>

#include "document/day.h"
#include "document/json_writer.h"

namespace attache::core {

TEST(DocumentJson, CountsCodePointsNotBytes) {
    const PlannedLayer planned{{"sentence", 1, "sentences", "", {}}, "sentences 1.0.0"};
    Document document;
    document.set_field("id", "a\"b");
    document.set_field("section", "world");
    document.set_text("Xi’an 🕊 x");
    const std::uint32_t start = 13;
    const std::uint32_t end = 14;
    attache_layer batch{};
    batch.rows = 1;
    batch.start = &start;
    batch.end = &end;
    document.add_layer(planned).append(batch);
    std::string json;
    write_json(document, json);
    EXPECT_EQ(
        json,
        R"({"id":"a\"b","source":null,"title":null,"published":null,"language":null,"fields":{"section":"world"},)"
        R"("text":"Xi’an 🕊 x","sentences":[{"start":8,"end":9}],"made_by":{"sentences":"sentences 1.0.0"},)"
        R"("remarks":[]})");
}

TEST(JsonWriter, EscapesWhatJsonAsksFor) {
    std::string out;
    StringStream stream(out);
    JsonWriter json(stream);
    json.StartArray();
    json.text(std::string_view("\"\\\b\f\n\r\t\0\x1F\x7F’/", 14));
    json.text("");
    json.EndArray();
    EXPECT_EQ(out, "[\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\x7F’/\",\"\"]");
}

TEST(DocumentJson, LeavesOutWhatARowDoesNotHave) {
    const PlannedLayer planned{{"all",
                                1,
                                "rows",
                                "",
                                {{"count", ATTACHE_INT, ""},
                                 {"day", ATTACHE_DAY, ""},
                                 {"share", ATTACHE_REAL, ""},
                                 {"name", ATTACHE_TEXT, ""},
                                 {"next", ATTACHE_REF, "all"}}},
                               "p 1.0.0"};
    Document document;
    document.set_text("ab");
    const std::vector<std::uint32_t> start{0, 0};
    const std::vector<std::uint32_t> end{1, 2};
    const std::vector<std::int64_t> counts{-7, ATTACHE_NO_INT};
    const std::vector<std::int64_t> days{19863, ATTACHE_NO_DAY};
    const std::vector<double> shares{0.25, std::nan("")};
    const std::vector<attache_str> names{lend("a \"word\" of two words"), {nullptr, 0}};
    const std::vector<std::uint32_t> nexts{1, ATTACHE_NO_ROW};
    const std::vector<attache_column> columns{{lend("count"), ATTACHE_INT, 0, counts.data()},
                                              {lend("day"), ATTACHE_DAY, 0, days.data()},
                                              {lend("share"), ATTACHE_REAL, 0, shares.data()},
                                              {lend("name"), ATTACHE_TEXT, 0, names.data()},
                                              {lend("next"), ATTACHE_REF, 0, nexts.data()}};
    attache_layer batch{};
    batch.rows = 2;
    batch.start = start.data();
    batch.end = end.data();
    Layer& layer = document.add_layer(planned);
    for (const std::size_t given : {columns.size(), std::size_t{0}}) {  // the second time without columns
        batch.column_count = static_cast<std::uint32_t>(given);
        batch.columns = columns.data();
        layer.append(batch);
    }
    std::string json;
    write_json(document, json);
    EXPECT_NE(json.find(R"("rows":[{"start":0,"end":1,"count":-7,"day":"2024-05-20","share":0.25,)"
                        R"("name":"a \"word\" of two words","next":1},{"start":0,"end":2},)"
                        R"({"start":0,"end":1},{"start":0,"end":2}],)"),
              json.npos)
        << json;
}

TEST(JsonWriter, WritesRealsAsRapidJsonDoes) {
    for (int thousandths = -100; thousandths <= 2000; ++thousandths) {
        for (const double value : {thousandths / 1000.0, thousandths / 1000.0 + 1e-16, thousandths * 0.001}) {
            std::string json;
            StringStream stream(json);
            stream.put_real(value);
            stream.Flush();
            char expected[32];
            EXPECT_EQ(json, std::string(expected, rapidjson::internal::dtoa(value, expected)));
        }
    }
}

TEST(JsonWriter, EscapesAtEveryPlace) {
    for (std::size_t size = 1; size < 30; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
            for (const char special : {'"', '\\', '\n', '\x7F', '\xC3'}) {
                std::string text(size, 'a');
                text[at] = special;
                text[size - 1 - at / 2] = special;
                std::string expected;
                for (const char c : text) {
                    expected += c == '\n' ? "\\n" : c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
                }
                std::string out;
                StringStream stream(out);
                stream.put_quoted(text);
                stream.Flush();
                ASSERT_EQ(out, '"' + expected + '"');
                const bool plain = special == '\x7F' || special == '\xC3';
                ASSERT_EQ(json::plain_prefix(text), plain ? size : text.find(special));
            }
        }
    }
}

TEST(JsonWriter, IndentsForPeople) {
    std::string out;
    StringStream stream(out);
    PrettyJsonWriter json(stream);
    json.StartObject();
    json.member("a", "b");
    json.member("c", 1);
    json.EndObject();
    EXPECT_EQ(out, "{\n    \"a\": \"b\",\n    \"c\": 1\n}");
}

TEST(IsoDay, WritesEveryCentury) {
    EXPECT_EQ(iso_day(0), "1970-01-01");
    EXPECT_EQ(iso_day(19863), "2024-05-20");
    EXPECT_EQ(iso_day(-719529), "-0001-12-31");
    EXPECT_EQ(iso_day(-719528), "0000-01-01");
    EXPECT_EQ(iso_day(2932897), "+10000-01-01");
}

}  // namespace attache::core
