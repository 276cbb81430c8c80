// The log on stderr: lines for people, or JSON Lines for machines.
#pragma once

#include <string>

namespace attache::cli {

/// `level` is trace, debug, info, warning, error or off. Throws UsageError if it is none of these.
void set_up_logging(const std::string& level, bool json);

}  // namespace attache::cli
