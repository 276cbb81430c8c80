// Annotated documents, cut into words and sentences as the pipeline does it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "../../sentences/language.h"
#include "../decoder.h"
#include "../forms.h"
#include "../gazetteer.h"
#include "../words.h"
#include "recipe.h"

namespace entities::train {

struct Example {
    std::string id;
    std::string text;
    std::unique_ptr<Words> words;  ///< refers to `text`
    std::vector<Range> runs;       ///< candidates, once they have been found
    std::vector<Allowed> allowed;  ///< of each word, as the annotation has it
    unsigned repeat = 1;           ///< see Set, as the two that follow
    unsigned weight = 1;
    bool silver = false;
};

/// The documents of a set, cut by tag/sentences, in the file's order. Throws std::runtime_error that names the file and
/// line.
std::vector<std::unique_ptr<Example>> read_set(const Set& set, const std::filesystem::path& data,
                                               const sentences::Language& language, Forms& forms,
                                               const Gazetteer& gazetteer);

/// Finds the runs of words that are labelled. Labels of mentions that reach out of them are left open.
void find_runs(Example& example);

}  // namespace entities::train
