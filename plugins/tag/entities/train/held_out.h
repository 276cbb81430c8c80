// Documents that a model must not learn from, so that it can be judged on them.
#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace entities::train {

/// Their ids.
using HeldOut = std::set<std::string, std::less<>>;

/// Lines "set TAB id TAB part"; those that begin with "#" are comments. Throws std::runtime_error that names file and
/// line.
HeldOut read_held_out(const std::filesystem::path& file);

}  // namespace entities::train
