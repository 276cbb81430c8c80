// The log on stderr: lines for people, or JSON Lines for machines.
#pragma once

#include <string>
#include <vector>

namespace attache::cli {

/// From all to nothing.
const std::vector<std::string>& log_levels();

/// Throws UsageError if `level` is none of the levels.
void set_up_logging(const std::string& level, bool json);

}  // namespace attache::cli
