// What a collection is about: how often words and names occur in it. Takes a fixed amount of memory.
#pragma once

#include <cstdint>
#include <vector>

#include "terms.h"

namespace timeline {

class Collection {
public:
    Collection();

    /// The names in a document, each once.
    void add_document(const std::vector<Term>& names);
    /// The words of a dated sentence, each once.
    void add_sentence(const std::vector<Term>& words);

    /// When all has been added, and before what follows is asked.
    void finish();

    /// True if one of the names is among those that nearly as many documents contain as the most frequent one.
    bool are_topic(const std::vector<Term>& names) const;

    /// Inverse document frequency of a word over the dated sentences; 0 if it occurs in one only.
    double weight(Term word) const;

    /// Cosine of words with the middle of all dated sentences, the centroid, both weighted so; 0 to 1.
    double relevance(const std::vector<Term>& words) const;

private:
    std::vector<std::uint32_t> documents_with_;
    std::vector<std::uint32_t> sentences_with_;
    std::uint32_t sentences_ = 0;
    double least_documents_ = 0;
    double length_ = 1;
};

}  // namespace timeline
