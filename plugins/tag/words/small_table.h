// A table from words to values for look-ups of every word of a text, most of which are in no table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace words {

/// Open addressing over a cheap hash. Keeps the words by reference; const after filling.
template <typename Value>
class SmallTable {
public:
    /// The value of a word, made with its default if there is none. The word must not be empty.
    Value& operator[](std::string_view word) {
        if (slots_.size() < 4 * (count_ + 1)) {
            grow();
        }
        Slot& slot = slots_[place_of(word)];
        if (slot.word.empty()) {
            slot.word = word;
            ++count_;
            firsts_[length_of(word)] |= first_of(word);
        }
        return slot.value;
    }

    /// Null if there is none.
    const Value* find(std::string_view word) const {
        if (word.empty() || (firsts_[length_of(word)] & first_of(word)) == 0) {
            return nullptr;
        }
        const Slot& slot = slots_[place_of(word)];
        return slot.word.empty() ? nullptr : &slot.value;
    }

    bool contains(std::string_view word) const { return find(word) != nullptr; }

    /// Adds what the other has.
    void merge(const SmallTable& other) {
        for (const Slot& slot : other.slots_) {
            if (!slot.word.empty()) {
                (*this)[slot.word] = slot.value;
            }
        }
    }

private:
    struct Slot {
        std::string_view word;
        Value value{};
    };

    static std::size_t length_of(std::string_view word) { return word.size() < lengths ? word.size() : 0; }
    static std::uint64_t first_of(std::string_view word) {
        return std::uint64_t{1} << (static_cast<unsigned char>(word.front()) & 63U);
    }

    static std::size_t hash(std::string_view word) {
        const auto byte = [&](std::size_t at) {
            return static_cast<std::size_t>(static_cast<unsigned char>(word[at]));
        };
        const std::size_t size = word.size();
        const std::size_t marks = byte(0) | byte(size / 2) << 8U | byte(size - 1) << 16U | byte(size / 3) << 24U;
        const std::size_t mixed = (marks ^ size << 32U) * 0x9E3779B97F4A7C15U;
        return mixed ^ mixed >> 29U;
    }

    std::size_t place_of(std::string_view word) const {
        std::size_t at = hash(word) & (slots_.size() - 1);
        while (!slots_[at].word.empty() && slots_[at].word != word) {
            at = (at + 1) & (slots_.size() - 1);
        }
        return at;
    }

    void grow() {
        std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
        old.swap(slots_);
        for (Slot& slot : old) {
            if (!slot.word.empty()) {
                slots_[place_of(slot.word)] = std::move(slot);
            }
        }
    }

    static constexpr std::size_t lengths = 16;
    std::uint64_t firsts_[lengths] = {};  // for each length (0: longer) the first letters that there are
    std::vector<Slot> slots_;             // a power of two of them, at most a quarter taken
    std::size_t count_ = 0;
};

}  // namespace words
