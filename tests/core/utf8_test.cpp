#include <gtest/gtest.h>

#include <attache/utf8.hpp>
#include <string>

namespace attache::utf8 {

TEST(Utf8, KnowsWhereTheValidPartEnds) {
    EXPECT_EQ(valid_prefix(""), 0u);
    EXPECT_EQ(valid_prefix("plain text of more than eight bytes"), 35u);
    EXPECT_EQ(valid_prefix("Xi’an, Côte d’Ivoire, 北京, 🕊"),
              std::string_view("Xi’an, Côte d’Ivoire, 北京, 🕊").size());
    EXPECT_EQ(valid_prefix("12345678\xE9t"), 8u);
    EXPECT_EQ(valid_prefix("cut \xE2\x80"), 4u);
}

TEST(Utf8, FindsOneWrongByteAnywhere) {
    for (std::size_t size = 1; size < 80; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, 'a');
            text[at] = '\xFF';
            ASSERT_EQ(valid_prefix(text), at);
            ASSERT_FALSE(is_ascii(text));
        }
        ASSERT_TRUE(is_ascii(std::string(size, 'a')));
    }
}

TEST(Utf8, CountsTextsOfEveryLength) {
    std::string text;
    for (std::size_t points = 0; points < 60; ++points) {
        ASSERT_EQ(count(text), points);
        text += points % 3 == 0 ? "’" : "a";
    }
}

TEST(Utf8, RefusesWhatUnicodeRefuses) {
    EXPECT_FALSE(valid("\xC0\x80"));          // overlong
    EXPECT_FALSE(valid("\xE0\x9F\xBF"));      // overlong
    EXPECT_FALSE(valid("\xED\xA0\x80"));      // surrogate
    EXPECT_FALSE(valid("\xF4\x90\x80\x80"));  // past U+10FFFF
    EXPECT_FALSE(valid("\xF8\x88\x80\x80\x80"));
    EXPECT_TRUE(valid("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"));
}

TEST(Utf8, BoundariesAreBetweenSequences) {
    const std::string_view text = "aé";
    EXPECT_TRUE(is_boundary(text, 0));
    EXPECT_TRUE(is_boundary(text, 1));
    EXPECT_FALSE(is_boundary(text, 2));
    EXPECT_TRUE(is_boundary(text, 3));
    EXPECT_FALSE(is_boundary(text, 4));
}

TEST(CodePoints, AgreeWithCountingAtEveryBoundary) {
    std::string text = "“";
    for (; text.size() < 300; text += "Wang Yi’s — 北京 🕊 ") {
        for (std::size_t more = 0; more < 64; ++more) {
            text += 'a';
            const CodePoints points(text);
            std::size_t counted = 0;
            for (std::size_t at = 0; at <= text.size(); ++at) {
                if (is_boundary(text, at)) {
                    ASSERT_EQ(points.at(at), counted) << at << " of " << text.size();
                    ASSERT_EQ(points.offset_of(counted), at) << counted << " of " << text.size();
                    ++counted;
                }
            }
        }
    }
}

TEST(CodePoints, OfAsciiAreBytes) {
    EXPECT_EQ(CodePoints("abc").at(3), 3u);
}

}  // namespace attache::utf8
