// What the network makes of what is seen of a name.
#include "entities/network.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace entities {
namespace {

constexpr Network::Sizes sizes{2, 3, 4};
constexpr std::size_t place_size = 9;

class NetworkTest : public testing::Test {
protected:
    NetworkTest() {
        weights_.row_unit = 0.5F;
        weights_.from_units[0][0] = 1;
    }

    Network::Outcomes chances(const NameView& view) const {
        return Network(weights_, rows_, sizes).probabilities(view);
    }
    /// How far the first outcome is ahead of the second, before they become probabilities.
    float lead(const NameView& view) const { return std::log(chances(view)[0] / chances(view)[1]); }

    Network::Weights weights_;
    std::vector<Network::Row> rows_{Network::rows_for(sizes)};
};

TEST_F(NetworkTest, WhatItKnowsNothingOfMayBeAnything) {
    for (const float chance : chances({})) {
        EXPECT_FLOAT_EQ(chance, 0.2F);
    }
}

TEST_F(NetworkTest, ChancesAddUpToOneHoweverLargeTheWeights) {
    weights_.bias = {Network::largest_weight, 3, 2, -Network::largest_weight, Network::largest_weight};
    const Network::Outcomes found = chances({});
    EXPECT_FLOAT_EQ(std::accumulate(found.begin(), found.end(), 0.0F), 1);
    EXPECT_FLOAT_EQ(found[0], 0.5F);
}

TEST_F(NetworkTest, NumbersCountDirectlyAndThroughUnits) {
    weights_.direct[7][0] = 2;
    weights_.from_numbers[7][0] = 3;
    NameView view;
    view.numbers[7] = 0.5F;
    EXPECT_FLOAT_EQ(lead(view), 0.5F * 2 + 0.5F * 3);
    view.numbers[7] = -0.5F;
    EXPECT_FLOAT_EQ(lead(view), -0.5F * 2) << "units are never below 0";
}

TEST_F(NetworkTest, EachClusterOfAWordHasARowInEachPlace) {
    rows_[NameView::Before * place_size + 1][0] = 1;
    rows_[NameView::Before * place_size + 2 + 2][0] = 10;
    rows_[NameView::Before * place_size + 2 + 3 + 3][0] = 100;
    NameView view;
    view.add({2, 3, 4}, NameView::Before);
    EXPECT_FLOAT_EQ(lead(view), 0.5F * 111);
    NameView elsewhere;
    elsewhere.add({2, 3, 4}, NameView::After);
    EXPECT_FLOAT_EQ(lead(elsewhere), 0);
}

TEST_F(NetworkTest, WordsInsideCountAsTheirMean) {
    rows_[NameView::Inside * place_size][0] = 60;
    rows_[NameView::First * place_size][0] = 2;
    NameView view;
    view.inside_share = 1.0F / 3;
    view.add({1, 1, 1}, NameView::First);
    for (int word = 0; word < 2; ++word) {
        view.add({1, 1, 1}, NameView::Inside);
    }
    view.add({}, NameView::Inside);
    EXPECT_FLOAT_EQ(lead(view), 0.5F * (2 + 40));
}

}  // namespace
}  // namespace entities
