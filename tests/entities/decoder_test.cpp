// The best labels of a sentence, also where sums over its words exceed any number.
#include "entities/decoder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entities {
namespace {

constexpr std::uint8_t person = label_of(Type::Person, Position::Single);
constexpr std::uint8_t place = label_of(Type::Place, Position::Single);

TEST(Decoder, SumsOfLongSentencesDoNotOverflow) {
    Emission<std::int16_t> emission;
    emission.fill(-largest_emission);
    emission[person] = largest_emission - 1;
    std::vector<Emission<std::int16_t>> words(10'000, emission);
    words.back()[place] = largest_emission;
    Transitions<std::int16_t> transitions;
    for (auto& row : transitions) {
        row.fill(-largest_transition);
    }
    transitions[person][person] = transitions[person][place] = largest_transition;
    std::vector<std::uint8_t> labels(words.size());
    Decoder<std::int16_t>(transitions).decode(words, {}, labels);
    EXPECT_TRUE(std::all_of(labels.begin(), labels.end() - 1, [](std::uint8_t label) { return label == person; }));
    EXPECT_EQ(labels.back(), place);
}

}  // namespace
}  // namespace entities
