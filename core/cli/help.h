// What --help prints.
#pragma once

#include <iosfwd>
#include <vector>

#include "cli/command.h"

namespace attache::cli {

/// What the program is and which commands it has.
void print_overview(const std::vector<Command>& commands, std::ostream& out);

void print_help(const Command& command, std::ostream& out);

}  // namespace attache::cli
