// Grouping by keys, beside a map.
#include "entities/groups.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <vector>

namespace entities {
namespace {

using Groups = std::vector<std::vector<std::uint32_t>>;

Groups grouped(const std::vector<Keyed>& all) {
    Groups groups;
    for_each_group(all, [&](std::span<const Keyed> same) {
        std::vector<std::uint32_t>& group = groups.emplace_back();
        for (const Keyed& one : same) {
            group.push_back(one.mention);
        }
    });
    return groups;
}

Groups by_map(const std::vector<Keyed>& all) {
    std::map<Hash, std::vector<std::uint32_t>> by_key;
    for (const Keyed& one : all) {
        by_key[one.key].push_back(one.mention);
    }
    Groups groups;
    for (const auto& [key, group] : by_key) {
        groups.push_back(group);
    }
    return groups;
}

TEST(Groups, OfNothingAreNone) {
    EXPECT_TRUE(grouped({}).empty());
}

TEST(Groups, AreAsAMapHasThem) {
    std::mt19937_64 random(1);
    for (const std::size_t size : {1U, 2U, 3U, 8U, 100U, 1000U}) {
        for (const Hash different : {Hash{1}, Hash{2}, Hash{50}, Hash{100'000}}) {
            std::vector<Keyed> all;
            for (std::uint32_t i = 0; i < size; ++i) {
                all.push_back({mixed(random() % different, 0), i});
            }
            EXPECT_EQ(grouped(all), by_map(all)) << size << " of " << different;
        }
    }
}

TEST(Groups, OfKeysThatShareTheirHighestBits) {
    const std::vector<Keyed> all = {{3, 0}, {1, 1}, {3, 2}, {0, 3}, {~Hash{0}, 4}, {2, 5}, {1, 6}};
    EXPECT_EQ(grouped(all), by_map(all));
}

TEST(Groups, OfManyThatTakeTurns) {
    std::vector<Keyed> all;
    for (std::uint32_t i = 0; i < 500'000; ++i) {
        all.push_back({i % 3, i});
    }
    const Groups groups = grouped(all);
    ASSERT_EQ(groups.size(), 3U);
    for (std::uint32_t key = 0; key < groups.size(); ++key) {
        EXPECT_EQ(groups[key].front(), key);
        EXPECT_TRUE(std::is_sorted(groups[key].begin(), groups[key].end()));
    }
}

}  // namespace
}  // namespace entities
