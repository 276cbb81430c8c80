// What a document's words know of each other: capitals, counts, signs.
#include "entities/words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace entities {
namespace {

using Numbers = std::vector<std::uint32_t>;

class WordsTest : public testing::Test {
protected:
    /// Of a text of one sentence a line, each of which is one token: words are cut by themselves.
    Words words_of(std::string_view text) {
        Words words(text, forms_);
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            words.add_sentence(std::vector{Range{narrow(begin), narrow(end)}});
            begin = end + 1;
        }
        return words;
    }

    static Numbers numbers(std::span<const std::uint32_t> all) { return {all.begin(), all.end()}; }
    static const Words::Known& known(const Words& words, std::size_t i) { return words.forms()[words[i].form]; }

    Lexicon lexicon_;
    Forms forms_{lexicon_, {}};
};

TEST_F(WordsTest, CapitalsAreNotedBySentence) {
    const Words words = words_of("in/Oslo/(UN)/4th\nno/name\nÉire/is");
    EXPECT_EQ(numbers(words.capitals()), Numbers({2, 5, 12}));
    EXPECT_EQ(numbers(words.capitals(words.sentences()[0])), Numbers({2, 5}));
    EXPECT_EQ(numbers(words.capitals(words.sentences()[1])), Numbers());
    EXPECT_EQ(numbers(words.capitals(words.sentences()[2])), Numbers({12}));
}

TEST_F(WordsTest, FormsAreCountedAndThoseWithinSentences) {
    const Words words = words_of("Bank/of/Bank\n\"The/Bank/of/bank");
    EXPECT_EQ(known(words, 0).count, 3U);
    EXPECT_EQ(known(words, 0).inside, 2U);
    EXPECT_EQ(words.forms()[known(words, 0).in_small].count, 1U);
}

TEST_F(WordsTest, WordAfterAQuotationMarkIsAFirstOne) {
    const Words words = words_of("He/said/:/\"/Peace/now");
    EXPECT_TRUE(words[0].first);
    EXPECT_TRUE(words[8].first);
    EXPECT_FALSE(words[2].first);
    EXPECT_FALSE(words[10].first);
}

TEST_F(WordsTest, SignsAreFoundFromAWordOn) {
    const Words words = words_of("Union/(AU)/(");
    EXPECT_EQ(words.next('(', 0), 2U);
    EXPECT_EQ(words.next('(', 2), 2U);
    EXPECT_EQ(words.next('(', 3), 6U);
    EXPECT_EQ(words.next('(', 7), words.size());
    EXPECT_EQ(words.next('[', 0), words.size());
}

TEST_F(WordsTest, SignsOutsideOfTokensAreNoWords) {
    Words words("(a (b", forms_);
    words.add_sentence(std::vector{Range{1, 2}, Range{3, 5}});
    EXPECT_EQ(words.next('(', 0), 1U);
}

TEST_F(WordsTest, AddressIsOneWord) {
    const std::string_view text = "(https://a.org/Oslo-Bergen)";
    Words words(text, forms_);
    words.add_sentence(std::vector{Range{0, 1}, Range{1, 26}, Range{26, 27}});
    ASSERT_EQ(words.size(), 3U);
    EXPECT_EQ(words.text(1, 2), "https://a.org/Oslo-Bergen");
    EXPECT_TRUE(words[1].glued);
    EXPECT_TRUE(words.capitals().empty());
}

TEST_F(WordsTest, SignOfAnAddressAloneMakesNone) {
    const Words words = words_of("@Oslo\nOslo:Bergen");
    EXPECT_EQ(words.text(1, 2), "Oslo");
    EXPECT_EQ(words.text(4, 5), "Bergen");
}

}  // namespace
}  // namespace entities
