// What is known of single words: clusters of those that stand in like surroundings, coarse to fine, how often they have
// a capital, and what names do with them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace entities {

/// A view of a table in the model file.
class Clusters {
public:
    static constexpr std::size_t grains = 3;
    /// Numbers from 1, coarse to fine, each of a clustering by itself; 0: the word is in no cluster.
    using Path = std::array<std::uint16_t, grains>;
    enum Use : std::uint8_t {
        Inside = 1,  ///< they have it inside: "of"
        Edge = 2,    ///< they begin or end with it: "al-"
        Apart = 4,   ///< neither, as far as is known: "said"
    };
    struct Slot {
        std::uint32_t code = 0;  ///< of the word; 0: free
        Path path{};
        std::uint8_t capitals = 0;  ///< 1 (never) to 8: how often the word has a capital inside sentences; 0: unknown
        std::uint8_t use = 0;       ///< bits of Use: what names do with the word where it has no capital

        bool known() const { return code != 0; }
    };

    Clusters() = default;
    /// `slots`: open addressing, a power of two of them, not all taken.
    explicit Clusters(std::span<const Slot> slots) : slots_(slots) {}

    /// Of a word without accents, in lower case; all 0 if it is not in the table.
    Slot of(std::string_view word) const { return slots_.empty() ? Slot{} : slots_[place_of(code_of(word), slots_)]; }

    /// FNV-1a over the bytes, digits taken as one, never 0.
    static std::uint32_t code_of(std::string_view word) {
        std::uint32_t code = 2166136261U;
        for (const char c : word) {
            const char plain = c >= '0' && c <= '9' ? '0' : c;
            code = (code ^ static_cast<unsigned char>(plain)) * 16777619U;
        }
        code ^= code >> 15U;
        return code == 0 ? 1 : code;
    }

    /// Where the word with this code is in such a table, or would be.
    static std::size_t place_of(std::uint32_t code, std::span<const Slot> slots) {
        std::size_t place = code & (slots.size() - 1);
        while (slots[place].code != code && slots[place].known()) {
            place = (place + 1) & (slots.size() - 1);
        }
        return place;
    }

private:
    std::span<const Slot> slots_;
};

}  // namespace entities
