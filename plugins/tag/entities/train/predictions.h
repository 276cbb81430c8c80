// What a model finds in documents, in the form that the scorer reads.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "../labeller.h"
#include "corpus.h"

namespace entities::train {

/// JSON Lines: {"id", "entities": [{"start", "end", "type"}]}, in code points. Throws std::runtime_error that names
/// the file if it cannot be written.
void write_predictions(const Labeller& labeller, const Gazetteer& gazetteer,
                       const std::vector<std::unique_ptr<Example>>& examples, const std::filesystem::path& file);

}  // namespace entities::train
