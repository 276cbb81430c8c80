// What a collection is about.
#include "collection.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

/// Share of the most frequent name's documents that a name needs to count as the topic. On development topics anything
/// from 0.7 to 0.95 does as well.
constexpr double topic_share = 0.8;

}  // namespace

Collection::Collection() : documents_with_(term_range), sentences_with_(term_range) {}

void Collection::add_document(const std::vector<Term>& names) {
    for (const Term name : names) {
        ++documents_with_[name];
    }
}

void Collection::add_sentence(const std::vector<Term>& words) {
    ++sentences_;
    for (const Term word : words) {
        ++sentences_with_[word];
    }
}

void Collection::finish() {
    least_documents_ = topic_share * *std::max_element(documents_with_.begin(), documents_with_.end());
    double squares = 0;
    for (Term word = 0; word < term_range; ++word) {
        const double mass = weight(word) * sentences_with_[word];
        squares += mass * mass;
    }
    length_ = squares > 0 ? std::sqrt(squares) : 1;
}

bool Collection::are_topic(const std::vector<Term>& names) const {
    return std::any_of(names.begin(), names.end(), [&](Term name) {
        return documents_with_[name] > 0 && documents_with_[name] >= least_documents_;
    });
}

double Collection::relevance(const std::vector<Term>& words) const {
    double product = 0;
    double squares = 0;
    for (const Term word : words) {
        product += weight(word) * weight(word) * sentences_with_[word];
        squares += weight(word) * weight(word);
    }
    return squares > 0 ? product / (std::sqrt(squares) * length_) : 0;
}

double Collection::weight(Term word) const {
    const std::uint32_t with = sentences_with_[word];
    return with < 2 ? 0 : std::log(static_cast<double>(sentences_) / with);
}

}  // namespace timeline
