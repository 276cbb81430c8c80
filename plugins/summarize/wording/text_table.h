// What is known of texts, by their hashes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace summarize {

/// Of texts, which are mostly short: eight bytes at a time.
struct Hash {
    using is_transparent = void;
    std::uint64_t operator()(std::string_view text) const {
        std::uint64_t hash = mixed(0, text.size());
        std::size_t left = text.size();
        const char* at = text.data();
        for (; left > sizeof hash; left -= sizeof hash, at += sizeof hash) {
            hash = mixed(hash, loaded<std::uint64_t>(at));
        }
        // What is left, some of it twice.
        if (left >= sizeof(std::uint32_t)) {
            const std::uint64_t first = loaded<std::uint32_t>(at);
            hash = mixed(hash, first << 32 | loaded<std::uint32_t>(at + left - sizeof(std::uint32_t)));
        } else if (left > 0) {
            hash = mixed(hash, loaded<std::uint8_t>(at) | std::uint64_t{loaded<std::uint8_t>(at + left / 2)} << 8 |
                                   std::uint64_t{loaded<std::uint8_t>(at + left - 1)} << 16);
        }
        return hash;
    }

private:
    static std::uint64_t mixed(std::uint64_t hash, std::uint64_t part) {
        hash = (hash ^ part) * 0x9E3779B97F4A7C15ULL;
        return hash ^ hash >> 32;
    }

    template <class Number>
    static Number loaded(const char* from) {
        Number number = 0;
        std::memcpy(&number, from, sizeof number);
        return number;
    }
};

/// A hash table with open addressing from texts to what is known of them. Tells texts apart by 64 bits of hash alone,
/// so that a lookup is one access to memory: among a million texts, two that are taken for one are less likely than one
/// in thirty million.
template <class Value>
class TextTable {
public:
    /// What is known of the text with this Hash; Value() of a new one. Valid until the next call.
    Value& at(std::uint64_t hash) {
        Slot* slot = &slots_[slot_of(hash)];
        if (slot->code == free) {
            if (2 * size_ >= slots_.size()) {
                grow();
                slot = &slots_[slot_of(hash)];
            }
            slot->code = code_of(hash);
            ++size_;
        }
        return slot->value;
    }

    /// The same if it has come; else null.
    const Value* find(std::uint64_t hash) const {
        const Slot& slot = slots_[slot_of(hash)];
        return slot.code == free ? nullptr : &slot.value;
    }

    std::size_t size() const { return size_; }

private:
    static constexpr std::uint64_t free = 0;
    static constexpr std::size_t fewest_slots = 256;

    struct Slot {
        std::uint64_t code = free;
        Value value;
    };

    static std::uint64_t code_of(std::uint64_t hash) { return hash == free ? 1 : hash; }

    /// The slot that holds the text, or the one where it belongs.
    std::size_t slot_of(std::uint64_t hash) const {
        const std::uint64_t code = code_of(hash);
        std::size_t slot = code & (slots_.size() - 1);
        while (slots_[slot].code != free && slots_[slot].code != code) {
            slot = (slot + 1) & (slots_.size() - 1);
        }
        return slot;
    }

    void grow() {
        const std::vector<Slot> before = std::move(slots_);
        slots_ = std::vector<Slot>(2 * before.size());
        for (const Slot& old : before) {
            if (old.code != free) {
                slots_[slot_of(old.code)] = old;
            }
        }
    }

    std::vector<Slot> slots_ = std::vector<Slot>(fewest_slots);
    std::size_t size_ = 0;
};

}  // namespace summarize
