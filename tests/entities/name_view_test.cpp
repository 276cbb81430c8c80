// What is seen of a name: the words beside it, and the other names of the document.
#include "entities/name_view.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tokens.h"

namespace entities {
namespace {

/// A document of one sentence, whose words are each in clusters of their own.
class NameViewTest : public testing::Test {
protected:
    NameViewTest() { words_.add_sentence(tokens_of(text_)); }

    static std::vector<Clusters::Slot> slots() {
        std::vector<Clusters::Slot> slots(32);
        std::uint16_t number = 0;
        for (const char* const word : {"envoys", "of", "anna", "dorn", "met", "in", "oru", "where", "berg", "spoke"}) {
            const std::uint32_t code = Clusters::code_of(word);
            ++number;
            slots[Clusters::place_of(code, slots)] = {code, {number, number, number}};
        }
        return slots;
    }

    NameView view(std::size_t name) const { return NameViews(words_, names_, 10).of(names_[name]); }
    /// Floats of the clusters of the words in a place.
    std::vector<int> seen(std::size_t name, NameView::Place place) const {
        const NameView view = this->view(name);
        std::vector<int> numbers;
        for (const NameView::Seen& word : view.seen()) {
            if (word.place == place) {
                numbers.push_back(word.path[0]);
            }
        }
        return numbers;
    }
    std::vector<float> numbers(std::size_t name, std::size_t first, std::size_t count) const {
        const auto numbers = view(name).numbers;
        return {numbers.begin() + static_cast<std::ptrdiff_t>(first),
                numbers.begin() + static_cast<std::ptrdiff_t>(first + count)};
    }

    std::string text_ = "Envoys of Anna Dorn met in Oru where Berg Dorn spoke";
    std::vector<Clusters::Slot> slots_ = slots();
    Lexicon lexicon_;
    Forms forms_{lexicon_, Clusters(slots_)};
    Words words_{text_, forms_};
    std::vector<ScoredName> names_{{2, 4, Type::Person, {40, 10, 20, 0, 5}},
                                   {6, 7, Type::Place, {0, 2000, 0, 0, 0}},
                                   {8, 10, Type::Organisation, {15, 5, 25, 0, 5}}};
};

using Floats = std::vector<float>;

TEST_F(NameViewTest, WordsAreSeenWhereTheyStand) {
    EXPECT_EQ(seen(1, NameView::FarBefore), std::vector({4, 3}));
    EXPECT_EQ(seen(1, NameView::Before2), std::vector({5}));
    EXPECT_EQ(seen(1, NameView::Before), std::vector({6}));
    EXPECT_EQ(seen(1, NameView::First), std::vector({7}));
    EXPECT_EQ(seen(1, NameView::Last), std::vector({7}));
    EXPECT_EQ(seen(1, NameView::After), std::vector({8}));
    EXPECT_EQ(seen(1, NameView::After2), std::vector({9}));
    EXPECT_EQ(seen(1, NameView::FarAfter), std::vector({4, 10}));
}

TEST_F(NameViewTest, WhatIsBeyondTheSentenceIsNotSeen) {
    EXPECT_EQ(seen(0, NameView::Before2), std::vector({1}));
    EXPECT_EQ(seen(0, NameView::FarBefore), std::vector<int>());
    EXPECT_EQ(seen(2, NameView::After2), std::vector<int>());
}

TEST_F(NameViewTest, AllWordsOfTheNameAreInside) {
    EXPECT_EQ(seen(0, NameView::Inside), std::vector({3, 4}));
    EXPECT_FLOAT_EQ(view(0).inside_share, 0.5F);
}

TEST_F(NameViewTest, ScoresAreInTheirUnitAndWithinBounds) {
    EXPECT_EQ(numbers(0, 0, 9), Floats({4, 1, 2, 0, 0.5F, 0, -3, -2, -4}));
    EXPECT_EQ(numbers(1, 0, 2), Floats({0, 100}));
}

TEST_F(NameViewTest, TheDocumentAndNamesThatEndAlikeTellOfAName) {
    EXPECT_EQ(numbers(0, NameView::type_number, 4), Floats({1, 0, 0, 0}));
    const float third = 1.0F / 3;
    EXPECT_EQ(numbers(0, 13, 4), Floats({third, third, third, 0}));
    EXPECT_EQ(numbers(0, 17, 1), Floats({third})) << "one more is called Dorn";
    EXPECT_EQ(numbers(0, 22, 4), Floats({0, 0, 1, 0}));
    EXPECT_EQ(numbers(0, 26, 4), Floats({-1, -2, 0, -2.5F}));
    EXPECT_EQ(numbers(1, 22, 8), Floats(8, 0));
}

}  // namespace
}  // namespace entities
