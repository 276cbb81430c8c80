// Data races, found by valgrind's helgrind over the check `threads`.
#pragma once

#include "conformance/checks.h"

namespace attache::core::conformance {

/// Fails for each place in the plugin's own library that helgrind reports; skipped if valgrind is not installed.
void check_races(Context& context, Result& result);

/// The reports in helgrind's XML of two writes that have `library` in a stack, in words, each once. Two relaxed stores
/// to an atomic are left out if the library has debug information; without it they cannot be told from plain ones.
std::vector<std::string> races_in(const std::string& xml, const std::string& library);

}  // namespace attache::core::conformance
