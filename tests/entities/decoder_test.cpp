// The best labels of a sentence, also where sums over its words exceed any number.
#include "entities/decoder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entities {
namespace {

constexpr std::uint8_t person = label_of(Type::Person, Position::Single);
constexpr std::uint8_t place = label_of(Type::Place, Position::Single);

TEST(Decoder, SumsOfLongSentencesDoNotOverflow) {
    Emission<std::int32_t> emission{};
    emission[person] = 30'000;
    std::vector<Emission<std::int32_t>> words(10'000, emission);
    words.back()[place] = 30'001;
    Transitions<std::int32_t> transitions{};
    transitions[person][person] = transitions[person][place] = 1'000'000;
    std::vector<std::uint8_t> labels(words.size());
    Decoder<std::int32_t>().decode(words, transitions, {}, labels);
    EXPECT_TRUE(std::all_of(labels.begin(), labels.end() - 1, [](std::uint8_t label) { return label == person; }));
    EXPECT_EQ(labels.back(), place);
}

}  // namespace
}  // namespace entities
