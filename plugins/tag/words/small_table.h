// A table from words to values for look-ups of every word of a text, most of which are in no table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace words {

/// Open addressing over a cheap hash of a word's first and last bytes. Keeps the words by reference; const after
/// filling.
template <typename Value>
class SmallTable {
public:
    /// The value of a word, made with its default if there is none. The word must not be empty. Holds until the next is
    /// made.
    Value& operator[](std::string_view word) {
        if (slots_.size() < 4 * (rows_.size() + 1)) {
            grow();
        }
        const Ends ends(word);
        Slot& slot = slots_[place_of(word, ends)];
        if (slot.row == free) {
            slot = {ends.mark(), static_cast<std::uint32_t>(rows_.size())};
            initials_[length_of(word)] |= initial_of(word);
            rows_.push_back({ends, word, {}});
        }
        return rows_[slot.row].value;
    }

    /// Null if there is none.
    const Value* find(std::string_view word) const {
        if (word.empty() || (initials_[length_of(word)] & initial_of(word)) == 0) {
            return nullptr;
        }
        const Slot& slot = slots_[place_of(word, Ends(word))];
        return slot.row == free ? nullptr : &rows_[slot.row].value;
    }

    bool contains(std::string_view word) const { return find(word) != nullptr; }

    /// Adds what the other has.
    void merge(const SmallTable& other) {
        for (const Row& row : other.rows_) {
            (*this)[row.word] = row.value;
        }
    }

private:
    static constexpr std::uint32_t free = UINT32_MAX;

    /// The first and the last eight bytes, or fewer; with its size all that there is of a word of up to 16.
    struct Ends {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        std::uint64_t hash = 0;

        explicit Ends(std::string_view word) {
            const char* begin = word.data();
            const std::size_t size = word.size();
            if (size >= 8) {
                first = load<std::uint64_t>(begin);
                last = load<std::uint64_t>(begin + size - 8);
            } else if (size >= 4) {
                first = load<std::uint32_t>(begin);
                last = load<std::uint32_t>(begin + size - 4);
            } else {
                first = static_cast<unsigned char>(begin[0]);
                last = static_cast<std::uint64_t>(static_cast<unsigned char>(begin[size / 2])) << 8U |
                       static_cast<unsigned char>(begin[size - 1]);
            }
            hash = (first * 0x9E3779B97F4A7C15U ^ (last + size)) * 0xC2B2AE3D27D4EB4FU;
        }

        std::uint32_t mark() const { return static_cast<std::uint32_t>(hash); }

        template <typename Bytes>
        static Bytes load(const char* from) {
            Bytes bytes;
            std::memcpy(&bytes, from, sizeof bytes);
            return bytes;
        }
    };

    static std::size_t length_of(std::string_view word) { return word.size() < lengths ? word.size() : 0; }
    static std::uint64_t initial_of(std::string_view word) {
        return std::uint64_t{1} << (static_cast<unsigned char>(word.front()) & 63U);
    }

    struct Slot {
        std::uint32_t mark = 0;
        std::uint32_t row = free;
    };

    struct Row {
        Ends ends;
        std::string_view word;
        Value value{};
    };

    /// The slot of the word, or the free one where it would be.
    std::size_t place_of(std::string_view word, const Ends& ends) const {
        std::size_t at = ends.hash >> shift_;
        while (slots_[at].row != free && !(slots_[at].mark == ends.mark() && is(rows_[slots_[at].row], word, ends))) {
            at = (at + 1) & (slots_.size() - 1);
        }
        return at;
    }

    static bool is(const Row& row, std::string_view word, const Ends& ends) {
        return row.word.size() == word.size() && row.ends.first == ends.first && row.ends.last == ends.last &&
               (word.size() <= 16 || row.word == word);
    }

    void grow() {
        slots_.assign(slots_.empty() ? 64 : 2 * slots_.size(), {});
        shift_ = 64;
        for (std::size_t size = slots_.size(); size > 1; size /= 2) {
            --shift_;
        }
        for (std::uint32_t row = 0; row < rows_.size(); ++row) {
            slots_[place_of(rows_[row].word, rows_[row].ends)] = {rows_[row].ends.mark(), row};
        }
    }

    static constexpr std::size_t lengths = 16;
    std::uint64_t initials_[lengths] = {};  // for each length (0: longer) the first letters that there are
    std::vector<Slot> slots_;               // a power of two of them, at most a quarter taken
    std::vector<Row> rows_;                 // in the order in which they were made
    std::uint32_t shift_ = 64;
};

}  // namespace words
