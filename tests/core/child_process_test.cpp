// Child processes: how long one is waited for.
#include "process/child_process.h"

#include <gtest/gtest.h>

namespace attache::core {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr const char* busy = "while :; do :; done";

/// What the Python programs below share. Work is measured in processor time, so that it does not depend on the machine:
/// a little is ten times what would be idle, and a sixth of the limit in all.
const std::string python = R"py(
import subprocess, sys, time

def work_a_little():
    for _ in range(16):
        time.sleep(0.1)
        end = time.process_time() + 0.01
        while time.process_time() < end:
            pass

def have_a_child_work():
    subprocess.run([sys.executable, "-c", "import time\nwhile time.process_time() < 0.3: pass\ntime.sleep(0.3)"])

)py";

/// Whether the work was waited for to its end, with a limit of a second.
bool is_waited_for(const std::string& program, const std::string& work) {
    ChildProcess child(program, {"-c", work});
    return child.wait_while_working(milliseconds(1000)).has_value();
}

}  // namespace

TEST(ChildProcess, IsWaitedForWhileItWorksALittle) {
    EXPECT_TRUE(is_waited_for("/usr/bin/python3", python + "work_a_little()"));
}

TEST(ChildProcess, IsWaitedForWhenAChildThatDidMostOfItsWorkHasEnded) {
    EXPECT_TRUE(is_waited_for("/usr/bin/python3", python + "have_a_child_work(); work_a_little()"));
}

TEST(ChildProcess, IsGivenUpWhenItHasUsedItsProcessorTime) {
    EXPECT_FALSE(is_waited_for("/bin/sh", busy));
}

TEST(ChildProcess, IsGivenUpWhenItsOwnChildHasUsedThatTime) {
    EXPECT_FALSE(is_waited_for("/bin/sh", std::string("sh -c '") + busy + "'; true"));
}

TEST(ChildProcess, IsGivenUpWhenItIsIdle) {
    const auto start = steady_clock::now();
    EXPECT_FALSE(is_waited_for("/bin/sh", "exec sleep 1000"));
    EXPECT_LT(steady_clock::now() - start, std::chrono::seconds(100));
}

}  // namespace attache::core
