// What an expression is resolved against: the publication date and the dates before it in the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "calendar.h"

namespace dates {

/// A date to count from, as precise as known, and how it is named in the layer.
struct Anchor {
    Period period;
    std::string name;
};

/// A publication date in ISO 8601: "2024-05-20T10:00:00Z", "2024-05-20", "2024-05" or "2024". Empty if it is none.
std::optional<Period> read_published(std::string_view text);

/// The dates met so far.
class Focus {
public:
    void put(const Period& period, std::uint32_t sentence);

    /// The time by the clock of the day just put.
    void put_clock(int minute_of_day, bool in_halves) {
        clock_ = minute_of_day;
        in_halves_ = in_halves;
    }

    /// The day just put is told of by its night.
    void put_night() { is_night_ = true; }

    /// A date that the text only glances at: it goes on from the one before.
    void put_aside(const Period& period, std::uint32_t sentence);

    /// The newest date that is as precise as `unit` or more.
    const Anchor* within(Unit unit) const;
    /// True if the text has since come to a month, season or the like after that date, of which it named no day.
    bool is_left_behind(const Anchor& anchor) const;
    /// The date that "that day", "that year" in this sentence means: `within` or an aside just made.
    const Anchor* meant(Unit unit, std::uint32_t sentence) const;
    /// The day named in this sentence or the one before.
    const Anchor* day_near(std::uint32_t sentence) const;
    /// The time by the clock of the newest date, in minutes, if it has one.
    std::optional<int> clock() const { return clock_; }
    /// The same if it was written by a.m. and p.m.
    std::optional<int> clock_in_halves() const { return in_halves_ ? clock_ : std::nullopt; }
    bool is_night() const { return is_night_; }
    /// The newest date that is just this long.
    const Anchor* newest_of(Unit unit) const;
    /// The newest date of all.
    const Anchor* newest() const;
    /// The day named before the newest one.
    const Anchor* day_before() const { return day_before_ ? &*day_before_ : nullptr; }
    /// The newest date if it is a month named in this sentence, or a quarter or half of a year in this or the one
    /// before: what "a year earlier" compares.
    const Anchor* compared(std::uint32_t sentence) const;
    /// The newest date whose year the text gave itself.
    const Anchor* newest_explicit() const { return explicit_ ? &*explicit_ : nullptr; }
    std::uint32_t newest_sentence() const { return newest_sentence_; }
    std::uint32_t explicit_sentence() const { return explicit_sentence_; }
    /// `part`: which third of it is meant, "late 1943".
    void put_explicit(const Period& period, Part part, std::uint32_t sentence);

private:
    static constexpr std::size_t units = static_cast<std::size_t>(Unit::Century) + 1;
    std::optional<Anchor> last_[units];
    std::uint32_t age_[units] = {};
    std::uint32_t count_ = 0;
    std::uint32_t newest_sentence_ = 0;
    std::uint32_t day_sentence_ = 0;
    std::optional<int> clock_;
    bool in_halves_ = false;
    bool is_night_ = false;
    std::optional<Anchor> day_before_;
    std::optional<Anchor> aside_;
    std::uint32_t aside_sentence_ = 0;
    std::optional<Anchor> explicit_;
    std::uint32_t explicit_sentence_ = 0;
};

}  // namespace dates
