#include "process/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <system_error>

extern char** environ;

namespace attache::core {

namespace {

std::filesystem::path& program_for_children() {
    static std::filesystem::path program = "/proc/self/exe";
    return program;
}

void check(int error, const std::string& what) {
    if (error != 0) {
        throw std::system_error(error, std::generic_category(), what);
    }
}

/// What posix_spawn wants of us, released at the end.
struct SpawnActions {
    posix_spawn_file_actions_t actions{};
    SpawnActions() { check(posix_spawn_file_actions_init(&actions), "posix_spawn"); }
    ~SpawnActions() { posix_spawn_file_actions_destroy(&actions); }
};
struct SpawnAttributes {
    posix_spawnattr_t attributes{};
    SpawnAttributes() { check(posix_spawnattr_init(&attributes), "posix_spawn"); }
    ~SpawnAttributes() { posix_spawnattr_destroy(&attributes); }
};

std::vector<std::string> environment_with(const std::vector<std::pair<std::string, std::string>>& more) {
    std::map<std::string, std::string> variables;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        const auto equals = text.find('=');
        variables[text.substr(0, equals)] = equals == text.npos ? "" : text.substr(equals + 1);
    }
    for (const auto& [name, value] : more) {
        variables[name] = value;
    }
    std::vector<std::string> lines;
    for (const auto& [name, value] : variables) {
        lines.push_back(name + "=" + value);
    }
    return lines;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

pid_t spawn(const std::filesystem::path& program, std::vector<std::string> arguments,
            const std::vector<std::pair<int, int>>& hand_down, std::vector<std::string> environment) {
    SpawnActions files;
    // Ours are closed on exec, and may have the numbers that the child is to see: first out of the way, then in place.
    std::vector<int> copies;
    for (const auto& [ours, theirs] : hand_down) {
        copies.push_back(fcntl(ours, F_DUPFD_CLOEXEC, 100));
        check(copies.back() < 0 ? errno : posix_spawn_file_actions_adddup2(&files.actions, copies.back(), theirs),
              "a descriptor for " + program.string());
    }
    SpawnAttributes attributes;
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    sigdelset(&all, SIGKILL);
    sigdelset(&all, SIGSTOP);
    posix_spawnattr_setsigmask(&attributes.attributes, &none);
    posix_spawnattr_setsigdefault(&attributes.attributes, &all);
    // A group of its own: an interrupt from the terminal is for us, who end our children in good order.
    posix_spawnattr_setpgroup(&attributes.attributes, 0);
    posix_spawnattr_setflags(&attributes.attributes,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    arguments.insert(arguments.begin(), program.filename() == "exe" ? "attache" : program.filename().string());
    pid_t pid = 0;
    const int error = posix_spawn(&pid, program.c_str(), &files.actions, &attributes.attributes,
                                  pointers(arguments).data(), pointers(environment).data());
    for (const int copy : copies) {
        ::close(copy);
    }
    check(error, "cannot start " + program.string());
    return pid;
}

struct Activity {
    std::chrono::nanoseconds used{};   ///< processor time
    std::chrono::nanoseconds ready{};  ///< time in which it could have worked, but waited for a processor
};

/// Of a process and of the children that its first thread has now.
Activity activity_of(pid_t pid) {
    clockid_t clock{};
    timespec used{};
    if (::clock_getcpuclockid(pid, &clock) != 0 || ::clock_gettime(clock, &used) != 0) {
        return {};  // it has just ended
    }
    Activity sum;
    sum.used = std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
    const std::filesystem::path tasks = "/proc/" + std::to_string(pid) + "/task";
    std::error_code gone;
    for (const auto& task : std::filesystem::directory_iterator(tasks, gone)) {
        std::ifstream schedule(task.path() / "schedstat");
        std::int64_t worked = 0;
        std::int64_t waited = 0;
        schedule >> worked >> waited;
        sum.ready += std::chrono::nanoseconds(waited);
    }
    std::ifstream children(tasks / std::to_string(pid) / "children");
    for (pid_t child = 0; children >> child;) {
        const Activity its = activity_of(child);
        sum.used += its.used;
        sum.ready += its.ready;
    }
    return sum;
}

}  // namespace

std::string describe(const ProcessEnd& end) {
    if (end.signal == 0) {
        return "exit status " + std::to_string(end.status);
    }
    const char* name = sigabbrev_np(end.signal);
    const char* meaning = sigdescr_np(end.signal);
    return "SIG" + (name != nullptr ? std::string(name) : std::to_string(end.signal)) +
           (meaning != nullptr ? " (" + std::string(meaning) + ")" : "");
}

ChildProcess::ChildProcess(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                           const std::vector<std::pair<int, int>>& hand_down,
                           const std::vector<std::pair<std::string, std::string>>& environment)
    : pid_(spawn(program, arguments, hand_down, environment_with(environment))) {}

ChildProcess::~ChildProcess() {
    kill();
}

std::optional<ProcessEnd> ChildProcess::poll() {
    int status = 0;
    struct rusage usage {};
    if (!end_ && ::wait4(pid_, &status, WNOHANG, &usage) == pid_) {
        end_ = {WIFEXITED(status) ? WEXITSTATUS(status) : 0, WIFSIGNALED(status) ? WTERMSIG(status) : 0,
                usage.ru_maxrss};
    }
    return end_;
}

std::optional<ProcessEnd> ChildProcess::wait(std::chrono::milliseconds longest) {
    if (poll()) {
        return end_;
    }
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));
    if (handle < 0) {
        throw std::system_error(errno, std::generic_category(), "pidfd_open");
    }
    struct pollfd ended {
        handle, POLLIN, 0
    };
    ::poll(&ended, 1, static_cast<int>(longest.count()));
    ::close(handle);
    return poll();
}

std::optional<ProcessEnd> ChildProcess::wait_while_working(std::chrono::milliseconds limit) {
    constexpr std::chrono::milliseconds look{200};
    const std::chrono::nanoseconds idle = limit / 100;  // busy or ready for less than a hundredth of the time
    auto mark = std::chrono::steady_clock::now();
    std::chrono::nanoseconds active_at_mark{};
    while (!wait(look)) {
        const Activity activity = activity_of(pid_);
        const std::chrono::nanoseconds active = activity.used + activity.ready;
        const auto now = std::chrono::steady_clock::now();
        // Less than at the mark: a child of it has ended, and took what it had used out of the sum.
        const bool works = std::chrono::abs(active - active_at_mark) >= idle;
        if (activity.used >= limit || (now - mark >= limit && !works)) {
            return poll();
        }
        if (works) {
            mark = now;
            active_at_mark = active;
        }
    }
    return end_;
}

ProcessEnd ChildProcess::kill() {
    if (!poll()) {
        ::kill(-pid_, SIGKILL);  // with the children that it has left in its group
        while (!wait(std::chrono::seconds(10))) {
        }
    }
    return *end_;
}

std::filesystem::path this_program() {
    return program_for_children();
}

void set_this_program(std::filesystem::path program) {
    program_for_children() = std::move(program);
}

}  // namespace attache::core
