// The manual pages: one of the program and one of each command.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/command.h"

namespace attache::cli {

/// The page of a command, attache-NAME(1), in roff with the macros of man(7).
std::string manual_page(const Command& command);

/// The page attache(1): manual.1 with what follows from the commands filled in.
std::string manual_overview(const std::vector<Command>& commands);

}  // namespace attache::cli
