// Walks over the lines of a file, and names the one in which something is wrong.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace entities::train {

/// Throws std::runtime_error if the file cannot be read; those that `use` throws are thrown on with file and line.
void for_each_line(const std::filesystem::path& file, const std::function<void(std::string_view line)>& use);

}  // namespace entities::train
