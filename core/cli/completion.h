// Completion of command lines in bash.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace attache::cli {

/// A script for bash-completion, with a function for each command.
std::string bash_completion(const std::vector<Command>& commands);

}  // namespace attache::cli
