// A match as one of its senses sees it: numbers and codes by slot.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "rules.h"

namespace dates {

class Reading {
public:
    Reading(const Sense& sense, const Match& match, std::span<const Atom> sentence, std::string_view text)
        : sense_(sense), match_(match), sentence_(sentence), text_(text) {}

    Operation operation() const { return sense_.operation; }

    /// True if the sense gives the slot something or the match kept something in it.
    bool has(Slot slot) const { return given(slot) != nullptr || capture(slot) != nullptr; }
    std::optional<std::int32_t> number(Slot slot) const;
    /// The vocabulary's code, or the text that the sense gives; empty if there is none.
    std::string_view code(Slot slot) const;
    /// What the text says; empty if nothing was kept.
    std::string_view written(Slot slot) const;
    /// The atom kept in the slot if it matched by this shape; else null.
    const Atom* shaped(Slot slot, Shape shape) const;
    const Atom* atom(Slot slot) const;

private:
    const Sense::Given* given(Slot slot) const;
    /// What the match kept for the slot, or for the slot that the sense takes instead.
    const Capture* capture(Slot slot) const;

    const Sense& sense_;
    const Match& match_;
    std::span<const Atom> sentence_;
    std::string_view text_;
};

}  // namespace dates
