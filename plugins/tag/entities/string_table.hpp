// A hash table from texts to numbers that is filled once and then only read: two lookups per word of every document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

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
        return slot.value;
    }

    /// The number of `text`, which is `none` if it is new, to be set by the caller before the next call.
    std::uint32_t& at(std::string_view text) {
        if (2 * (used_ + 1) > slots_.size()) {
            grow();
        }
        const std::uint32_t code = hash(text);
        Slot& slot = slots_[place(text, code)];
        if (slot.value == none) {
            ++used_;
            slot = {text.data(), static_cast<std::uint32_t>(text.size()), code, none};
        }
        return slot.value;
    }

private:
    struct Slot {
        const char* data = nullptr;
        std::uint32_t size = 0;
        std::uint32_t code = 0;
        std::uint32_t value = none;
    };

    static std::uint32_t hash(std::string_view text) {
        constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
        std::uint64_t state = text.size();
        std::size_t at = 0;
        for (; at + 8 <= text.size(); at += 8) {
            std::uint64_t part = 0;
            std::memcpy(&part, text.data() + at, sizeof part);
            state = (state ^ part) * factor;
            state ^= state >> 29U;
        }
        std::uint64_t part = 0;
        std::memcpy(&part, text.data() + at, text.size() - at);
        state = (state ^ part) * factor;
        return static_cast<std::uint32_t>(state >> 32U);
    }

    /// The slot of `text`, or the free one where it belongs.
    std::size_t place(std::string_view text, std::uint32_t code) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t i = code & mask;
        while (slots_[i].value != none && !(slots_[i].code == code && slots_[i].size == text.size() &&
                                            std::memcmp(slots_[i].data, text.data(), text.size()) == 0)) {
            i = (i + 1) & mask;
        }
        return i;
    }

    void grow() {
        std::vector<Slot> old(slots_.empty() ? 1024 : 2 * slots_.size());
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.value != none) {
                slots_[place({slot.data, slot.size}, slot.code)] = slot;
            }
        }
    }

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

}  // namespace entities
