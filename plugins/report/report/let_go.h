// Reading a long mapped file without keeping it in memory.
#pragma once

#include <string_view>

namespace report {

/// Tells the system that the bytes, part of a mapped file, are not needed for now: memory then does not grow with the
/// file. They stay readable. Does nothing where the system cannot.
void let_go(std::string_view bytes);

}  // namespace report
