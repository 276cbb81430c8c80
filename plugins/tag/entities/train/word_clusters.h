// Reads a table of word clusters, which models/entities/cluster_words.py makes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "../clusters.h"

namespace entities::train {

struct ClusteredWord {
    std::string word;  ///< in lower case
    Clusters::Path path{};
};

/// Lines of a word and the numbers of its clusters, coarse to fine, with tabs between; those that begin with "# "
/// are comments. Throws std::runtime_error that names the file, the line and what would be right.
std::vector<ClusteredWord> read_word_clusters(const std::filesystem::path& file);

}  // namespace entities::train
