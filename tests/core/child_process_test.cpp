// Child processes: how long one is waited for.
#include "process/child_process.h"

#include <gtest/gtest.h>

namespace attache::core {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr const char* busy = "while :; do :; done";

/// Whether the shell's work was waited for to its end, with a limit of 300 ms.
bool is_waited_for(const std::string& work) {
    ChildProcess child("/bin/sh", {"-c", work});
    return child.wait_while_working(milliseconds(300)).has_value();
}

}  // namespace

TEST(ChildProcess, IsWaitedForWhileItWorksALittle) {
    EXPECT_TRUE(is_waited_for("for i in 1 2 3 4 5 6 7 8; do sleep 0.1; for j in $(seq 3000); do :; done; done"));
}

TEST(ChildProcess, IsWaitedForWhenAChildThatDidMostOfItsWorkHasEnded) {
    EXPECT_TRUE(
        is_waited_for("sh -c 'for i in $(seq 60000); do :; done; sleep 0.3'; "
                      "for i in 1 2 3 4 5 6 7 8; do sleep 0.1; for j in $(seq 3000); do :; done; done"));
}

TEST(ChildProcess, IsGivenUpWhenItHasUsedItsProcessorTime) {
    EXPECT_FALSE(is_waited_for(busy));
}

TEST(ChildProcess, IsGivenUpWhenItsOwnChildHasUsedThatTime) {
    EXPECT_FALSE(is_waited_for(std::string("sh -c '") + busy + "'; true"));
}

TEST(ChildProcess, IsGivenUpWhenItIsIdle) {
    const auto start = steady_clock::now();
    EXPECT_FALSE(is_waited_for("exec sleep 1000"));
    EXPECT_LT(steady_clock::now() - start, std::chrono::seconds(100));
}

}  // namespace attache::core
