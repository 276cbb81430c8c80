// Numbers texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace summarize {

/// Of texts, which are mostly short: eight bytes at a time.
struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        std::uint64_t hash = text.size();
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

/// A hash table with open addressing, which keeps hashes: texts are compared only with what is most likely the same.
class TextNumbers {
public:
    /// The text's number: from 0, in the order in which texts come.
    std::uint32_t number(std::string_view text) {
        if (2 * texts_.size() >= slots_.size()) {
            grow();
        }
        const auto hash = static_cast<std::uint32_t>(Hash()(text));
        Slot& slot = slots_[slot_of(text, hash)];
        if (slot.number == none) {
            slot = {hash, static_cast<std::uint32_t>(texts_.size())};
            texts_.emplace_back(text);
        }
        return slot.number;
    }

    /// Its number if it has come.
    std::optional<std::uint32_t> find(std::string_view text) const {
        if (texts_.empty()) {
            return std::nullopt;
        }
        const Slot& slot = slots_[slot_of(text, static_cast<std::uint32_t>(Hash()(text)))];
        return slot.number == none ? std::nullopt : std::optional(slot.number);
    }

    std::size_t size() const { return texts_.size(); }

    void clear() {
        slots_.clear();
        texts_.clear();
    }

private:
    static constexpr std::uint32_t none = UINT32_MAX;
    static constexpr std::size_t fewest_slots = 256;

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = none;
    };

    /// The slot that holds the text, or the one where it belongs.
    std::size_t slot_of(std::string_view text, std::uint32_t hash) const {
        std::size_t slot = hash & (slots_.size() - 1);
        while (slots_[slot].number != none && (slots_[slot].hash != hash || texts_[slots_[slot].number] != text)) {
            slot = (slot + 1) & (slots_.size() - 1);
        }
        return slot;
    }

    void grow() {
        const std::vector<Slot> before = std::move(slots_);
        slots_ = std::vector<Slot>(before.empty() ? fewest_slots : 2 * before.size());
        for (const Slot& old : before) {
            if (old.number != none) {
                std::size_t slot = old.hash & (slots_.size() - 1);
                while (slots_[slot].number != none) {
                    slot = (slot + 1) & (slots_.size() - 1);
                }
                slots_[slot] = old;
            }
        }
    }

    std::vector<Slot> slots_;
    std::vector<std::string> texts_;
};

}  // namespace summarize
