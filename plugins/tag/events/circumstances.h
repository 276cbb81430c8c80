// When and where an event took place, by what stands nearest to its trigger.
#pragma once

#include <attache/plugin.hpp>
#include <cstdint>
#include <vector>

#include "coder.h"

namespace events {

/// Rows of "time" and "entity"; `words::none` if not told.
struct Circumstance {
    std::uint32_t time = words::none;
    std::uint32_t place = words::none;
};

/// The dates and places of a document.
class Circumstances {
public:
    Circumstances(const Reading& reading, const attache::Document& document);

    /// The date nearest to the trigger in the event's clause, else the only one of its sentence; the place that "in",
    /// "at" or "near" names in the clause.
    Circumstance of(const Event& event) const;

private:
    /// A date: the word it begins with and its row. Durations and "recently" date nothing and are left out.
    struct Date {
        std::uint32_t word;
        std::uint32_t row;
    };

    std::uint32_t time_of(const Event& event) const;
    std::uint32_t place_of(const Event& event) const;
    bool acts(const Event& event, std::uint32_t mention) const;

    const Reading& reading_;
    std::vector<Date> dates_;
    std::vector<bool> is_place_;  ///< for each row of "entity"
};

}  // namespace events
