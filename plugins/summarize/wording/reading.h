// Reads a document's sentences, their words and the persons they name out of its layers.
#pragma once

#include <attache/plugin.hpp>
#include <cstdint>
#include <vector>

#include "antecedents.h"
#include "sentence.h"
#include "vocabulary.h"

namespace summarize {

class Reader {
public:
    /// Reads "stop_words.txt", "addresses.txt" and "boilerplate.txt", which the plugin must have as resources.
    explicit Reader(const attache::Settings& settings);

    /// For a vocabulary, which this must outlive.
    const WordLists& lists() const { return lists_; }

    /// A sentence for each row of the layer "sentence"; what a page says of itself is Kind::Apparatus.
    Article read(const attache::Document& document, Vocabulary& vocabulary) const;

private:
    bool is_boilerplate(const Sentence& sentence) const;

    WordLists lists_;
    std::vector<std::string_view> boilerplate_;
};

/// Tells the sentences which of them begin with the name of a place, by the mentions of the document.
void mark_places(const attache::Document& document, std::vector<Sentence>& sentences);

/// The mentions of persons, in text order.
std::vector<Person> persons_of(const attache::Document& document);

}  // namespace summarize
