// Words that extraction has torn apart are one again, and nothing else is.
#include "entities/torn_words.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "entities/words.h"
#include "tokens.h"

namespace entities {
namespace {

class TornWordsTest : public testing::Test {
protected:
    /// The keys of its words.
    std::vector<std::string> keys_of(std::string_view text) {
        Words words(text, forms_);
        words.add_sentence(tokens_of(text));
        std::vector<std::string> keys;
        for (std::size_t i = 0; i < words.size(); ++i) {
            keys.emplace_back(words[i].key);
        }
        return keys;
    }

    Lexicon lexicon_;
    Forms forms_{lexicon_, {}};
};

using Keys = std::vector<std::string>;

TEST_F(TornWordsTest, APossessiveEndingIsOne) {
    EXPECT_EQ(keys_of("China’ s envoy"), Keys({"China", "'s", "envoy"}));
    EXPECT_EQ(keys_of("China’s envoy"), Keys({"China", "'s", "envoy"}));
    EXPECT_EQ(keys_of("Iran’ S NO to (FIFA)’ s offer"),
              Keys({"Iran", "'S", "NO", "to", "(", "FIFA", ")", "'s", "offer"}));
}

TEST_F(TornWordsTest, NamesAndContractionsGoOnAfterTheApostrophe) {
    EXPECT_EQ(keys_of("Yemen’ s Sana’ a"), Keys({"Yemen", "'s", "Sana'a"}));
    EXPECT_EQ(keys_of("the singer’ s N’ Dour and Ya’ alon don’ t"),
              Keys({"the", "singer", "'s", "N'Dour", "and", "Ya'alon", "don't"}));
}

TEST_F(TornWordsTest, WithoutAnEndingTornOffApostrophesCloseQuotations) {
    EXPECT_EQ(keys_of("Sana’ a"), Keys({"Sana", "’", "a"}));
}

TEST_F(TornWordsTest, QuotationsAndOwnersEnd) {
    EXPECT_EQ(keys_of("Oslo’ s ‘ City’ or"), Keys({"Oslo", "'s", "‘", "City", "’", "or"}));
    EXPECT_EQ(keys_of("Oslo’ s States’ citizens"), Keys({"Oslo", "'s", "States", "’", "citizens"}));
    EXPECT_EQ(keys_of("Oslo’ s Yes’ No"), Keys({"Oslo", "'s", "Yes", "’", "No"}));
    EXPECT_EQ(keys_of("Oslo’ s boat’ find"), Keys({"Oslo", "'s", "boat", "’", "find"}));
}

TEST_F(TornWordsTest, VowelsWithAMacronAreParts) {
    EXPECT_EQ(keys_of("M ā ori and P ā p ā moa"), Keys({"Maori", "and", "Papamoa"}));
    EXPECT_EQ(keys_of("Ng ā Tamatoa"), Keys({"Nga", "Tamatoa"}));
    EXPECT_EQ(keys_of("“ ā ori"), Keys({"“", "aori"}));
    EXPECT_EQ(keys_of("Ōtaki ūa M é x"), Keys({"Otaki", "ua", "M", "e", "x"}));
}

TEST_F(TornWordsTest, OnlyOneBlankIsInAWord) {
    EXPECT_EQ(keys_of("Oslo’ s Sana’  a"), Keys({"Oslo", "'s", "Sana", "’", "a"}));
    EXPECT_EQ(keys_of("M  ā ori"), Keys({"M", "aori"}));
}

TEST_F(TornWordsTest, TheNameHasNoBlankWhereTheTextHasOne) {
    const std::string_view text = "Yemen’ s Sana’ a";
    Words words(text, forms_);
    words.add_sentence(tokens_of(text));
    EXPECT_EQ(words.name(2, 3), "Sana’a");
    EXPECT_EQ(words.text(2, 3), "Sana’ a");
}

}  // namespace
}  // namespace entities
