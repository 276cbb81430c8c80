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
    /// Keeps the events by reference.
    Circumstances(const Reading& reading, const attache::Document& document, const std::vector<Event>& events);

    /// The date nearest to the trigger in the event's clause, else the only one of its sentence, if it dates no other
    /// event in a clause aside; the place that "in", "at" or "near" names in the clause.
    Circumstance of(const Event& event) const;

private:
    /// A date: the word it begins with and its row. Durations and "recently" date nothing and are left out.
    struct Date {
        std::uint32_t word;
        std::uint32_t row;
    };

    std::uint32_t time_of(const Event& event) const;
    bool dates_another(const Event& event, std::uint32_t word) const;
    std::uint32_t place_of(const Event& event) const;
    bool acts(const Event& event, std::uint32_t mention) const;

    const Reading& reading_;
    const std::vector<Event>& events_;  ///< in the order of their sentences
    std::vector<Date> dates_;
    std::vector<bool> is_place_;  ///< for each row of "entity"
};

}  // namespace events
