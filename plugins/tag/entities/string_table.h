// A hash table from texts to numbers that is filled once and then only read: two lookups per word of every document.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "hashing.h"

namespace entities {

/// Tells texts apart by 64 bits of hash alone, so that a lookup is one access to memory: among a million texts, two
/// that are taken for one are less likely than one in thirty million.
class StringTable {
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    /// What stands for `text` in every table; never 0.
    static Hash code_of(std::string_view text) {
        const Hash code = hashed(text);
        return code == 0 ? 1 : code;
    }

    /// The number of `text`, or `none`.
    std::uint32_t find(std::string_view text) const { return find(code_of(text)); }
    std::uint32_t find(Hash code) const { return slots_[place(code)].value; }

    /// Says that a number is asked for soon.
    void fetch(Hash code) const { __builtin_prefetch(&slots_[code & mask_]); }

    /// The number of `text`, to be set by the caller, who finds `none` if it is new. Valid until the next call.
    std::uint32_t& at(std::string_view text) { return at(code_of(text)); }
    std::uint32_t& at(Hash code) {
        if (2 * (size_ + 1) > slots_.size()) {
            grow();
        }
        Slot& slot = slots_[place(code)];
        if (slot.code == 0) {
            slot.code = code;
            ++size_;
        }
        return slot.value;
    }

private:
    struct Slot {
        Hash code = 0;  ///< 0: free
        std::uint32_t value = none;
    };

    /// The slot with this code, or the free one where it belongs.
    std::size_t place(Hash code) const {
        std::size_t i = code & mask_;
        while (slots_[i].code != code && slots_[i].code != 0) {
            i = (i + 1) & mask_;
        }
        return i;
    }

    void grow() {
        std::vector<Slot> old(std::max<std::size_t>(1024, 2 * slots_.size()));
        old.swap(slots_);
        mask_ = slots_.size() - 1;
        for (const Slot& slot : old) {
            if (slot.code != 0) {
                slots_[place(slot.code)] = slot;
            }
        }
    }

    std::vector<Slot> slots_ = std::vector<Slot>(1);  ///< never without a free one
    std::size_t mask_ = 0;
    std::size_t size_ = 0;
};

}  // namespace entities
