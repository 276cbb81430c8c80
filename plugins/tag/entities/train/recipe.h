// What a model is made of, read from a recipe (TOML).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace entities::train {

/// A set of annotated documents.
struct Set {
    std::string name;
    std::filesystem::path file;  ///< JSON Lines, relative to the data folder
    unsigned types = 0;          ///< a bit for each Type that the set marks; of others it says nothing
    unsigned repeat = 1;         ///< times that it is gone through in an epoch
    unsigned weight = 1;         ///< of each of its names, when it is learned what names are
    std::string licence;
    std::string source;
    /// Labelled by another tagger. Names that it passes over, but that a model of the other sets finds, are left open.
    bool silver = false;
};

/// Word clusters and their vectors.
struct WordClusters {
    std::filesystem::path file;  ///< beside the recipe
    std::filesystem::path vectors;
    std::string licence;
    std::string source;
};

struct Recipe {
    std::string name;
    std::string version;
    std::string licence;
    unsigned bits = 20;  ///< logarithm of the number of rows
    unsigned epochs = 8;
    unsigned folds = 5;  ///< parts of the documents that are labelled in turn by what the others teach
    unsigned seed = 1;
    unsigned runs = 1;  ///< with seeds of their own, whose weights are averaged; folds share as many among them
    double dropout = 0;
    double margin = 0;  ///< between what is right and what is not, while learning
    std::optional<WordClusters> clusters;
    std::vector<Set> sets;
};

/// Throws std::runtime_error that names the file, the place and what would be right.
Recipe read_recipe(const std::filesystem::path& file);

}  // namespace entities::train
