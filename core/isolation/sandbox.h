// Gives up, for good, what a plugin in a process of its own has no need of.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace attache::core {

/// For the whole process and whatever it loads from now on:
///  - no sockets, no other programs or processes, no signals to others (seccomp: these calls fail with EPERM);
///  - no files made, changed or removed; files are read only below the folders given and those of the system
///    (seccomp; Landlock, where the kernel has it);
///  - no more private memory than `megabytes` (RLIMIT_DATA), no core dumps.
/// Sanitizers need memory and files of their own: with them only the seccomp filter is set.
/// Throws std::system_error.
void enter_sandbox(const std::vector<std::filesystem::path>& readable, std::int64_t megabytes);

}  // namespace attache::core
