#include "run/ordered_pipeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>

namespace attache::core {

namespace {

using namespace std::chrono_literals;

/// Runs the numbers from 0 to `count`, each of `bytes`, and gives what came out.
template <class Process>
std::vector<int> run_numbers(unsigned workers, CreditWindow window, int count, std::uint64_t bytes, Process process) {
    int next = 0;
    std::vector<int> out;
    run_ordered<int, int>(
        workers, window, [&]() -> std::optional<int> { return next < count ? std::optional(next++) : std::nullopt; },
        [&](const int&) { return bytes; }, process, [&](int number) { out.push_back(number); });
    return out;
}

}  // namespace

TEST(OrderedPipeline, GivesResultsInTheOrderOfTheItems) {
    for (const unsigned workers : {1U, 2U, 8U}) {
        const std::vector<int> out = run_numbers(workers, {16, 1 << 20}, 2000, 1, [](unsigned, int number) {
            if (number % 97 == 0) {
                std::this_thread::sleep_for(100us);
            }
            return number * 2;
        });
        ASSERT_EQ(out.size(), 2000u);
        for (int i = 0; i < 2000; ++i) {
            ASSERT_EQ(out[static_cast<std::size_t>(i)], i * 2);
        }
    }
}

TEST(OrderedPipeline, NeverHasMoreUnderWayThanTheWindow) {
    std::atomic<int> produced = 0;
    int most = 0;
    int consumed = 0;
    run_ordered<int, int>(
        4, {8, 1 << 20},
        [&]() -> std::optional<int> { return produced < 500 ? std::optional(produced++) : std::nullopt; },
        [](const int&) { return std::uint64_t{1}; },
        [](unsigned, int number) {
            if (number == 0) {
                std::this_thread::sleep_for(50ms);  // all that come after it have to wait
            }
            return number;
        },
        [&](int) {
            most = std::max(most, produced - consumed);
            ++consumed;
        });
    EXPECT_EQ(consumed, 500);
    EXPECT_LE(most, 8);
}

TEST(OrderedPipeline, CountsBytesAndLetsAnItemLargerThanTheWindowPassAlone) {
    std::atomic<int> under_way = 0;
    std::atomic<int> most = 0;
    const std::vector<int> out = run_numbers(4, {64, 100}, 50, 1000, [&](unsigned, int number) {
        most = std::max<int>(most, ++under_way);
        std::this_thread::sleep_for(100us);
        --under_way;
        return number;
    });
    EXPECT_EQ(out.size(), 50u);
    EXPECT_EQ(most, 1);
}

TEST(OrderedPipeline, ThrowsTheFirstFailureAndStops) {
    for (const unsigned workers : {1U, 4U}) {
        std::atomic<int> processed = 0;
        const auto fail_at_ten = [&](unsigned, int number) {
            ++processed;
            if (number == 10) {
                throw std::runtime_error("ten");
            }
            return number;
        };
        EXPECT_THROW(run_numbers(workers, {8, 1 << 20}, 100000, 1, fail_at_ten), std::runtime_error);
        EXPECT_LT(processed, 1000);
    }
}

}  // namespace attache::core
