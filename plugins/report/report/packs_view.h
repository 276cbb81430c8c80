// The data that the run worked with: name, licence, day at which it was true, who used it.
#pragma once

#include <string>
#include <string_view>

#include "pages/templates.h"

namespace report {

/// Rows from packs.json. Throws std::runtime_error if it is not what the core writes.
std::string packs_html(std::string_view packs, const Parts& parts);

}  // namespace report
