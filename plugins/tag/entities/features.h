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
#include "part_scores.h"
#include "words.h"

namespace entities {

/// Writes one word's features.
class FeatureWriter {
public:
    /// To `room` for Features::most rows of a table of 2^bits.
    FeatureWriter(std::uint32_t* room, unsigned bits) : shift_(64 - bits), next_(room) {}

    /// Of the template `number`, which equal values of others do not meet.
    void add(unsigned number, Hash value) { *next_++ = row(value, number, shift_); }
    void add(unsigned number, Hash a, Hash b) { add(number, mixed(a, b)); }
    void add(unsigned number, Hash a, Hash b, Hash c) { add(number, mixed(mixed(a, b), c)); }
    const std::uint32_t* end() const { return next_; }

private:
    unsigned shift_;
    std::uint32_t* next_;
};

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
        words_ = words;
        begin_.reserve(words + 1);
        begin_.assign(1, 0);
        room_for(usual * described + most);
    }
    /// Those between the last word and this one have none.
    void begin_word(std::size_t word) { begin_.resize(word + 1, static_cast<std::uint32_t>(size_)); }
    /// Room for `most` more of the next word; `end_word` says how far it is filled.
    std::uint32_t* room() {
        if (capacity_ < size_ + most) {
            room_for(2 * (size_ + most));
        }
        return ids_.get() + size_;
    }
    /// Lets `write` write a part of a word's features, which `key` decides.
    template <class Write>
    void part(FeatureWriter& writer, Part, Hash, Write write) {
        write(writer);
    }
    void end_word(const std::uint32_t* end) {
        size_ = static_cast<std::size_t>(end - ids_.get());
        begin_.push_back(static_cast<std::uint32_t>(size_));
    }
    void finish() { begin_word(words_); }

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
    std::size_t words_ = 0;
    std::vector<std::uint32_t> begin_;
};

/// Calls `begin` at the beginning of each run, and for each word in it `describe`, which writes the word's features to
/// the writer it is given. `Target` is Features or another that has what is used of it here.
template <class Target, class Begin, class Describe>
void describe_runs(const Words& words, std::span<const Range> runs, Target& target, Begin begin, Describe describe) {
    std::size_t described = 0;
    for (const Range run : runs) {
        described += run.end - run.begin;
    }
    target.clear(words.size(), described);
    for (const Range run : runs) {
        begin(run);
        for (std::uint32_t word = run.begin; word < run.end; ++word) {
            target.begin_word(word);
            FeatureWriter writer(target.room(), target.bits());
            describe(word, writer);
            target.end_word(writer.end());
        }
    }
    target.finish();
}

/// Gives `target` the features that need no labels, for the words in `runs`; other words have none. `guesses` are the
/// mentions that rules found, in text order.
template <class Target>
void extract(const Words& words, std::span<const Range> runs, const Gazetteer& gazetteer,
             std::span<const Mention> guesses, Target& target);

}  // namespace entities
