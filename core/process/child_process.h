// A process of our own making: started without a shell, watched, and ended with its owner.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace attache::core {

/// How a process ended.
struct ProcessEnd {
    int status = 0;  ///< exit status, if `signal` is 0
    int signal = 0;
    long peak_kilobytes = 0;  ///< most memory it held (ru_maxrss)

    bool ok() const { return status == 0 && signal == 0; }
};

/// "exit status 3", "SIGSEGV (Segmentation fault)".
std::string describe(const ProcessEnd& end);

/// One thread at a time.
class ChildProcess {
public:
    /// Starts a program. Descriptors of `hand_down` (ours, the child's) are those that it gets beside stdin, stdout and
    /// stderr; all others stay here. Throws std::system_error.
    ChildProcess(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                 const std::vector<std::pair<int, int>>& hand_down = {},
                 const std::vector<std::pair<std::string, std::string>>& environment = {});
    /// Kills it if it is still there.
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    pid_t pid() const { return pid_; }

    /// How it ended, if it has.
    std::optional<ProcessEnd> poll();
    /// Waits for its end, at most so long.
    std::optional<ProcessEnd> wait(std::chrono::milliseconds longest);
    /// Waits for its end until it has used so much processor time, or has neither used nor wanted any for so long: on a
    /// busy machine a process takes longer without being at fault.
    std::optional<ProcessEnd> wait_while_working(std::chrono::milliseconds limit);
    /// SIGKILL to it and to those of its children that stayed in its process group, and waits for the end.
    ProcessEnd kill();

private:
    pid_t pid_;
    std::optional<ProcessEnd> end_;
};

/// This program, to be started again for a job of its own. Tests, which are other programs, name it with
/// set_this_program.
std::filesystem::path this_program();
void set_this_program(std::filesystem::path program);

}  // namespace attache::core
