#include "document/json.h"

#include <gtest/gtest.h>

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
