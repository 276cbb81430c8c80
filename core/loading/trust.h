// Whether a file or folder could have been changed by somebody else.
#pragma once

#include <filesystem>
#include <string>

namespace attache::core {

/// Says in words why a library or folder is not safe to load from: it belongs to, or may be written by, a user other
/// than the present one and root. "" if it is safe.
std::string why_not_trusted(const std::filesystem::path& path);

}  // namespace attache::core
