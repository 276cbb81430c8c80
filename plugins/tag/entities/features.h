// What the model sees of a word: hashed features of its form, its neighbours, the lists it is in, the stretch of
// capitals that it stands in, and its other places in the document. The same code serves training and tagging.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "clusters.h"
#include "gazetteer.h"
#include "mention.h"
#include "words.h"

namespace entities {

/// Numbers of rows of the model's weight table, for all words of one document.
class Features {
public:
    std::span<const std::uint32_t> of(std::size_t word) const {
        return {ids_.data() + begin_[word], ids_.data() + begin_[word + 1]};
    }
    std::size_t words() const { return begin_.empty() ? 0 : begin_.size() - 1; }

    void clear() {
        ids_.clear();
        begin_.assign(1, 0);
    }
    void add(std::uint32_t id) { ids_.push_back(id); }
    void end_word() { begin_.push_back(static_cast<std::uint32_t>(ids_.size())); }

private:
    std::vector<std::uint32_t> ids_;
    std::vector<std::uint32_t> begin_;
};

/// Calls `begin` at the beginning of each run and `describe` for each word in it, which adds the word's features; words
/// outside the runs have none. What was in `features` before is gone.
template <class Begin, class Describe>
void describe_runs(const Words& words, std::span<const Range> runs, Features& features, Begin begin,
                   Describe describe) {
    features.clear();
    std::uint32_t next = 0;
    const auto skip = [&](std::size_t end) {
        for (; next < end; ++next) {
            features.end_word();
        }
    };
    for (const Range run : runs) {
        skip(run.begin);
        begin(run);
        for (; next < run.end; ++next) {
            describe(next);
            features.end_word();
        }
    }
    skip(words.size());
}

/// Fills `features` with those that need no labels, for the words in `runs`; other words have none. `guesses` are the
/// mentions that rules found, in text order; `bits` is the logarithm of the number of rows.
void extract(const Words& words, std::span<const Range> runs, const Gazetteer& gazetteer, const Clusters& clusters,
             std::span<const Mention> guesses, unsigned bits, Features& features);

}  // namespace entities
