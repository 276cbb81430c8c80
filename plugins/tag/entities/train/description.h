// What a model file says of itself.
#pragma once

#include <filesystem>
#include <string>

#include "recipe.h"

namespace entities::train {

/// Lines "# KEY: VALUE": the recipe's name, version and licence, and each file with source, licence and SHA-256.
/// `held_out` documents were not learned from.
std::string describe(const Recipe& recipe, const std::filesystem::path& data, std::size_t held_out);

}  // namespace entities::train
