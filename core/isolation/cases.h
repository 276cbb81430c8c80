// What made an isolated plugin crash, hang or go over its limits, in a file: to be seen again.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "loading/instance.h"

namespace attache::core {

/// Folder of the run folder with the cases of a run.
inline constexpr const char* cases_folder = "cases";

/// Keeps a request in the folder, unless that is "", under a name that depends on nothing but the plugin and what it
/// was given. Gives what to add to the failure's message: how to see it again.
std::string keep_case(const std::filesystem::path& cases, const PlannedPlugin& plugin, const Plan& plan,
                      std::string_view request);

/// Runs a kept case again: in a process of its own, or in this one for a debugger. Throws std::runtime_error if the
/// file is no case or its plugin is not there any more.
CallResult replay(const std::filesystem::path& file, bool in_this_process);

}  // namespace attache::core
