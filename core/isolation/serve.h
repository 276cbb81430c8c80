// The worker process: one plugin, asked by another process.
#pragma once

#include <sys/types.h>

namespace attache::core {

/// The descriptor under which the shared memory is handed down.
inline constexpr int channel_descriptor = 3;

/// Exit status of a worker whose plugin asked for more memory than its limit.
inline constexpr int out_of_memory_status = 86;

/// Enters the sandbox, loads the plugin of the first message and answers all further ones, until an empty message comes
/// or `host`, the process that asks, is gone. Gives the exit status.
int serve_plugin(pid_t host);

}  // namespace attache::core
