// What the model sees of a word: hashed features of its form, its neighbours, the lists it is in, the stretch of
// capitals that it stands in, and its other places in the document. The same code serves training and tagging.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "gazetteer.h"
#include "hashing.h"
#include "mention.h"
#include "words.h"

namespace entities {

/// Numbers of rows of the model's weight table, for all words of one document.
class Features {
public:
    /// A word may have so many.
    static constexpr std::size_t most = 256;

    Features() = default;
    /// To be written, for a table of 2^bits rows.
    explicit Features(unsigned bits) : bits_(bits) {}

    unsigned bits() const { return bits_; }
    std::span<const std::uint32_t> of(std::size_t word) const {
        return {ids_.get() + begin_[word], ids_.get() + begin_[word + 1]};
    }
    std::size_t words() const { return begin_.empty() ? 0 : begin_.size() - 1; }

    /// Makes ready for a document of so many words, of which so many have features.
    void clear(std::size_t words, std::size_t described) {
        constexpr std::size_t usual = 80;
        size_ = 0;
        begin_.reserve(words + 1);
        begin_.assign(1, 0);
        room_for(usual * described + most);
    }
    /// Room for `most` more of the next word; `end_word` says how far it is filled.
    std::uint32_t* room() {
        if (capacity_ < size_ + most) {
            room_for(2 * (size_ + most));
        }
        return ids_.get() + size_;
    }
    void end_word(const std::uint32_t* end) {
        size_ = static_cast<std::size_t>(end - ids_.get());
        end_word();
    }
    /// Of a word without any.
    void end_word() { begin_.push_back(static_cast<std::uint32_t>(size_)); }

private:
    void room_for(std::size_t capacity) {
        if (capacity <= capacity_) {
            return;
        }
        auto larger = std::make_unique_for_overwrite<std::uint32_t[]>(capacity);
        std::copy_n(ids_.get(), size_, larger.get());
        ids_ = std::move(larger);
        capacity_ = capacity;
    }

    std::unique_ptr<std::uint32_t[]> ids_;  // no vector, which would fill with zeros what is written anyway
    unsigned bits_ = 0;
    std::size_t capacity_ = 0;
    std::size_t size_ = 0;
    std::vector<std::uint32_t> begin_;
};

/// Writes one word's features.
class FeatureWriter {
public:
    explicit FeatureWriter(Features& features)
        : features_(features), shift_(64 - features.bits()), next_(features.room()) {}

    /// Of the template `number`, which equal values of others do not meet.
    void add(unsigned number, Hash value) { *next_++ = row(value, number, shift_); }
    void add(unsigned number, Hash a, Hash b) { add(number, mixed(a, b)); }
    void add(unsigned number, Hash a, Hash b, Hash c) { add(number, mixed(mixed(a, b), c)); }
    void end_word() { features_.end_word(next_); }

private:
    Features& features_;
    unsigned shift_;
    std::uint32_t* next_;
};

/// Calls `begin` at the beginning of each run, and for each word in it `describe`, which writes the word's features to
/// the writer it is given; words outside the runs have none. What was in `features` before is gone.
template <class Begin, class Describe>
void describe_runs(const Words& words, std::span<const Range> runs, Features& features, Begin begin,
                   Describe describe) {
    std::size_t described = 0;
    for (const Range run : runs) {
        described += run.end - run.begin;
    }
    features.clear(words.size(), described);
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
            FeatureWriter writer(features);
            describe(next, writer);
            writer.end_word();
        }
    }
    skip(words.size());
}

/// Fills `features` with those that need no labels, for the words in `runs`; other words have none. `guesses` are the
/// mentions that rules found, in text order.
void extract(const Words& words, std::span<const Range> runs, const Gazetteer& gazetteer,
             std::span<const Mention> guesses, Features& features);

}  // namespace entities
