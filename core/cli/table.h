// The short table at the end of a run.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "run/run.h"

namespace attache::cli {

void print_run_table(const core::Plan& plan, const core::RunReport& report, const std::filesystem::path& folder,
                     std::ostream& out);

}  // namespace attache::cli
