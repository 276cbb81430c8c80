// Quotation marks through a text: which sentences lie in a quotation that they do not open or close themselves.
#pragma once

#include <string_view>
#include <vector>

#include "sentence.h"

namespace summarize {

/// Which marks a sentence would need around it, so that each has its other half; empty where none is missing.
struct MissingMarks {
    std::string_view opening;
    std::string_view closing;
    bool quotes = false;  // it begins within a quotation, or one begins in it
};

/// For each sentence. A new paragraph ends a quotation that nothing closed.
std::vector<MissingMarks> missing_marks(const std::vector<Sentence>& sentences);

bool begins_with_quotation_mark(std::string_view text);

/// How many bytes the mark takes that the text begins with; 0 if it begins with none.
std::size_t quotation_mark_size(std::string_view text);

/// True if all of the text is a quotation, so that it does not tell who speaks.
bool is_quotation(std::string_view text);

}  // namespace summarize
