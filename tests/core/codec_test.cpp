#include "document/codec.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace attache::core {

namespace {

/// A run with one layer of every column type, which refers to itself.
const std::deque<PlannedLayer>& layers() {
    static const std::deque<PlannedLayer> layers{
        {{"sentence", 1, "sentences", "", {{"paragraph", ATTACHE_INT, ""}}}, "sentences 1.0.0"},
        {{"all",
          1,
          "",
          "",
          {{"integer", ATTACHE_INT, ""},
           {"day", ATTACHE_DAY, ""},
           {"real", ATTACHE_REAL, ""},
           {"text", ATTACHE_TEXT, ""},
           {"next", ATTACHE_REF, "all"}}},
         "all 1.0.0"}};
    return layers;
}

void fill(Document& document, std::uint32_t rows) {
    document.set_text("Xi’an and Côte d’Ivoire");
    document.set_field("id", "1");
    document.set_field("title", "");
    document.remark("all", "odd");
    document.add_layer(layers()[0]);
    std::vector<std::uint32_t> start;
    std::vector<std::uint32_t> end;
    std::vector<std::int64_t> integers;
    std::vector<std::int64_t> days;
    std::vector<double> reals;
    std::vector<attache_str> texts;
    std::vector<std::uint32_t> refs;
    for (std::uint32_t i = 0; i < rows; ++i) {
        start.push_back(i % 2);
        end.push_back(2);
        integers.push_back(i % 3 == 0 ? ATTACHE_NO_INT : std::int64_t{1} << i % 63);
        days.push_back(-static_cast<std::int64_t>(i) * 1000);
        reals.push_back(i % 4 == 0 ? std::nan("") : i / 7.0);
        texts.push_back(i % 5 == 0 ? attache_str{nullptr, 0} : lend(i % 2 == 0 ? "été" : ""));
        refs.push_back(i % 6 == 0 ? ATTACHE_NO_ROW : rows - i);
    }
    const std::vector<attache_column> columns{{lend("integer"), ATTACHE_INT, 0, integers.data()},
                                              {lend("day"), ATTACHE_DAY, 0, days.data()},
                                              {lend("real"), ATTACHE_REAL, 0, reals.data()},
                                              {lend("text"), ATTACHE_TEXT, 0, texts.data()},
                                              {lend("next"), ATTACHE_REF, 0, refs.data()}};
    attache_layer batch{};
    batch.rows = rows;
    batch.column_count = static_cast<std::uint32_t>(columns.size());
    batch.start = start.data();
    batch.end = end.data();
    batch.columns = columns.data();
    document.add_layer(layers()[1]).append(batch);
}

}  // namespace

TEST(Codec, WhatIsDecodedEncodesToTheSameBytes) {
    for (const std::uint32_t rows : {0U, 1U, 300U}) {
        Document document;
        fill(document, rows);
        const std::string bytes = encode(document, layers());
        Document decoded;
        decode(bytes, layers(), decoded);
        EXPECT_EQ(decoded.text(), document.text());
        EXPECT_EQ(decoded.field("title"), "");
        EXPECT_NE(decoded.field("title").data(), nullptr);
        EXPECT_EQ(decoded.field("absent").data(), nullptr);
        ASSERT_EQ(decoded.layers().size(), 2u);
        EXPECT_EQ(decoded.find("all")->rows(), rows);
        EXPECT_EQ(encode(decoded, layers()), bytes);
    }
}

TEST(Codec, KeepsEveryValue) {
    Document document;
    fill(document, 60);
    Document decoded;
    decode(encode(document, layers()), layers(), decoded);
    const Layer& before = *document.find("all");
    const Layer& after = *decoded.find("all");
    for (std::uint32_t row = 0; row < 60; ++row) {
        EXPECT_EQ(before.start(row), after.start(row));
        EXPECT_EQ(before.end(row), after.end(row));
        for (const std::size_t column : {0U, 1U}) {
            EXPECT_EQ(static_cast<const std::int64_t*>(before.column(column).values)[row],
                      static_cast<const std::int64_t*>(after.column(column).values)[row]);
        }
        const auto text_before = static_cast<const attache_str*>(before.column(3).values)[row];
        const auto text_after = static_cast<const attache_str*>(after.column(3).values)[row];
        EXPECT_EQ(text_before.data == nullptr, text_after.data == nullptr);
        EXPECT_EQ(borrow(text_before), borrow(text_after));
        EXPECT_EQ(static_cast<const std::uint32_t*>(before.column(4).values)[row],
                  static_cast<const std::uint32_t*>(after.column(4).values)[row]);
    }
}

TEST(Codec, RefusesEveryTruncation) {
    Document document;
    fill(document, 40);
    const std::string bytes = encode(document, layers());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        Document decoded;
        EXPECT_THROW(decode(std::string_view(bytes).substr(0, size), layers(), decoded), BrokenDocument) << size;
    }
}

TEST(Codec, SurvivesDamage) {
    Document document;
    fill(document, 40);
    const std::string bytes = encode(document, layers());
    std::mt19937 random(1);
    int refused = 0;
    for (int i = 0; i < 5000; ++i) {
        std::string damaged = bytes;
        damaged[random() % damaged.size()] = static_cast<char>(random());
        Document decoded;
        try {
            decode(damaged, layers(), decoded);
            EXPECT_TRUE(decoded.has_text());
        } catch (const BrokenDocument&) {
            ++refused;
        }
    }
    EXPECT_GT(refused, 100);
}

}  // namespace attache::core
