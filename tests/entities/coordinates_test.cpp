// Latitude and longitude are read in the ways that texts write them, and nothing else is.
#include "entities/coordinates.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tokens.h"

namespace entities {
namespace {

class CoordinatesTest : public testing::TestWithParam<const char*> {
protected:
    /// Of a text of one sentence, whose tokens are what is between blanks.
    Words words_of(std::string_view text) {
        Words words(text, forms_);
        words.add_sentence(tokens_of(text));
        return words;
    }

    std::vector<Resolved> mentions_in(std::string_view text) {
        std::vector<Resolved> mentions;
        add_coordinates(words_of(text), mentions);
        return mentions;
    }

    Lexicon lexicon_;
    Forms forms_{lexicon_, {}};
};

class Written : public CoordinatesTest {};
class NotWritten : public CoordinatesTest {};

TEST_P(Written, IsRead) {
    const auto read = read_coordinates(GetParam());
    ASSERT_TRUE(read) << GetParam();
    EXPECT_NEAR(read->latitude, -33.505833, 1e-6);
    EXPECT_NEAR(read->longitude, 70.603194, 1e-6);
    const std::string text = std::string("(") + GetParam() + ").";
    const std::vector<Resolved> mentions = mentions_in(text);
    ASSERT_EQ(mentions.size(), 1U) << text;
    EXPECT_EQ(text.substr(mentions[0].begin, mentions[0].end - mentions[0].begin), GetParam());
    EXPECT_EQ(mentions[0].id, "geo:-33.506,70.603");
    EXPECT_EQ(mentions[0].name, "33.506° S, 70.603° E");
}

INSTANTIATE_TEST_SUITE_P(Ways, Written,
                         testing::Values("33°30′21″S 70°36′11.5″E", "33° 30' 21\" S, 70° 36' 11.5\" E",
                                         "33°30'21''S; 70°36'11,5''E", "33.505833°S 70.603194°E",
                                         "70,603194º E, 33,505833º S", "S 33°30’21” E 70°36’11.5”",
                                         "33° 30.35' S 70° 36.19167' E", "33°30′21″S70°36′11.5″E"));

TEST_P(NotWritten, IsNotRead) {
    EXPECT_FALSE(read_coordinates(GetParam()));
    EXPECT_TRUE(mentions_in(GetParam()).empty());
}

INSTANTIATE_TEST_SUITE_P(Texts, NotWritten,
                         testing::Values("", "°", "It was 33 °C, then 30 °C.", "between 35°N and 40°N", "91°N 10°E",
                                         "10°N 181°E", "35°North 43°East", "35.1 N 43.2 E", "35°N", "35°N, 43° 7x",
                                         "N 35° 43°"));

TEST_F(CoordinatesTest, OnePlaceWrittenInTwoWaysIsOneThing) {
    const std::vector<Resolved> mentions = mentions_in("59°10′25″N 18°10′05″E / 59.173616°N 18.167988°E / 0°N 0°W");
    ASSERT_EQ(mentions.size(), 3U);
    EXPECT_EQ(mentions[0].thing, mentions[1].thing);
    EXPECT_EQ(mentions[0].id, "geo:59.174,18.168");
    EXPECT_EQ(mentions[1].id, "geo:59.174,18.168");
    EXPECT_NE(mentions[1].thing, mentions[2].thing);
    EXPECT_EQ(mentions[2].id, "geo:0,0");
}

TEST_F(CoordinatesTest, TakeThePlaceOfWhatTheyOverlap) {
    const std::string text = "Oslo 35°N Nord 35°N 43°E Bern";
    std::vector<Resolved> mentions(3);
    const Words words = words_of(text);
    const std::uint32_t last = narrow(words.size());
    mentions[0] = mention_of(words, {0, 1});
    mentions[1] = mention_of(words, {last - 4, last - 2});
    mentions[2] = mention_of(words, {last - 1, last});
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        mentions[i].thing = i;
    }
    add_coordinates(words, mentions);
    ASSERT_EQ(mentions.size(), 3U);
    EXPECT_EQ(mentions[0].words.begin, 0U);
    EXPECT_EQ(mentions[1].kind, coordinates_kind);
    EXPECT_EQ(mentions[1].thing, 3U);
    EXPECT_EQ(mentions[2].words.begin, last - 1);
}

}  // namespace
}  // namespace entities
