// Times of day as TIMEX3 writes them.
#include "clock.h"

#include <array>
#include <cstdio>

namespace dates {

namespace {

std::int32_t in_24_hours(std::int32_t hour, std::string_view half) {
    if (half == "PM" && hour < 12) {
        return hour + 12;
    }
    return half == "AM" && hour == 12 ? 0 : hour;
}

/// "AM" or "PM" from the text or from the part of the day named beside the hour; else empty.
std::string_view half_of(const Reading& reading) {
    const std::string_view half = reading.code(Slot::Ampm);
    const std::string_view part = reading.code(Slot::B);
    if (!half.empty() || part.empty()) {
        return half;
    }
    constexpr std::int64_t small_hours = 6;
    const Atom* clock = reading.atom(Slot::Clock);
    const std::int64_t hour = clock != nullptr ? clock->numbers.hour : reading.number(Slot::Hour).value_or(0);
    // "two at night"
    return part == "TMO" || (part == "TNI" && (hour < small_hours || hour == 12)) ? "AM" : "PM";
}

}  // namespace

void add_clock_time(std::int32_t hour, std::int32_t minute, std::int32_t second, Answer& answer) {
    std::array<char, 48> text{};
    if (second >= 0) {
        std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d", hour, minute, second);
    } else {
        std::snprintf(text.data(), text.size(), "T%02d:%02d", hour, minute);
    }
    answer.type = "TIME";
    answer.time = text.data();
    constexpr int minutes_in_hour = 60;
    answer.minute_of_day = minutes_in_hour * hour + minute;
}

void add_time_of_day(const Reading& reading, Answer& answer) {
    const std::string_view half = half_of(reading);
    answer.in_halves = reading.has(Slot::Ampm);
    if (const Atom* clock = reading.atom(Slot::Clock)) {
        const Numbers& numbers = clock->numbers;
        add_clock_time(in_24_hours(numbers.hour, half), numbers.minute, numbers.second, answer);
    } else if (const auto hour = reading.number(Slot::Hour)) {
        add_clock_time(in_24_hours(*hour, half), 0, -1, answer);
    } else if (const std::string_view part = reading.code(Slot::Daypart); !part.empty()) {
        answer.type = "TIME";
        answer.time = part;
        if (part == "T12:00") {
            constexpr int noon = 12 * 60;
            answer.minute_of_day = noon;
        }
    }
}

}  // namespace dates
