// A hash table from texts to numbers that is filled once and then only read: two lookups per word of every document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "hashing.h"

namespace entities {

/// Refers to the texts it holds.
class StringTable {
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    /// The number of `text`, or `none`.
    std::uint32_t find(std::string_view text) const {
        if (slots_.empty()) {
            return none;
        }
        const Slot& slot = slots_[place(text, hash(text))];
        return slot.entry == none ? none : entries_[slot.entry].value;
    }

    /// The number of `text`, to be set by the caller, who finds `none` if it is new. Valid until the next call.
    std::uint32_t& at(std::string_view text) {
        if (2 * (entries_.size() + 1) > slots_.size()) {
            grow();
        }
        const std::uint32_t code = hash(text);
        Slot& slot = slots_[place(text, code)];
        if (slot.entry == none) {
            slot = {code, static_cast<std::uint32_t>(entries_.size())};
            entries_.push_back({text, none});
        }
        return entries_[slot.entry].value;
    }

private:
    /// Small, as most lookups end at a free slot or at another code.
    struct Slot {
        std::uint32_t code = 0;
        std::uint32_t entry = none;
    };
    struct Entry {
        std::string_view text;
        std::uint32_t value;
    };

    static std::uint32_t hash(std::string_view text) { return static_cast<std::uint32_t>(hashed(text)); }

    /// The slot of `text`, or the free one where it belongs.
    std::size_t place(std::string_view text, std::uint32_t code) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t i = code & mask;
        while (slots_[i].entry != none && !(slots_[i].code == code && entries_[slots_[i].entry].text == text)) {
            i = (i + 1) & mask;
        }
        return i;
    }

    void grow() {
        std::vector<Slot> old(slots_.empty() ? 1024 : 2 * slots_.size());
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.entry != none) {
                slots_[place(entries_[slot.entry].text, slot.code)] = slot;
            }
        }
    }

    std::vector<Slot> slots_;
    std::vector<Entry> entries_;
};

}  // namespace entities
