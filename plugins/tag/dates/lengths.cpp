// Values of durations and sets.
#include "lengths.h"

#include <array>
#include <string>

#include "shapes.h"
#include "units.h"

namespace dates {

namespace {

/// "3", "2.5", "X" for an unknown number.
std::string amount(const Reading& reading) {
    if (reading.shaped(Slot::Number, Shape::Decimal) != nullptr) {
        return std::string(reading.written(Slot::Number));
    }
    const auto count = reading.number(Slot::Number);
    if (!count) {
        return reading.has(Slot::Number) ? std::string(reading.code(Slot::Number)) : "1";
    }
    if (*count == 0 && reading.code(Slot::Number) == "X") {
        return "X";
    }
    return std::to_string(*count) + (reading.has(Slot::Half) ? ".5" : "");
}

std::string two_digits(std::int32_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

void interpret_duration(const Reading& reading, Answer& answer) {
    answer.type = "DURATION";
    answer.value = reading.code(Slot::Value);
    if (answer.value.empty()) {
        answer.value = duration_value(amount(reading), unit_named(reading.code(Slot::Unit)).value_or(Unit::Day));
    }
}

void interpret_set(const Reading& reading, Answer& answer) {
    answer.type = "SET";
    answer.value = reading.code(Slot::Value);
    if (!answer.value.empty()) {
        return;
    }
    if (const auto weekday = reading.number(Slot::Weekday)) {
        answer.value = "XXXX-WXX-" + std::to_string(*weekday) + std::string(reading.code(Slot::Daypart));
    } else if (const std::string_view part = reading.code(Slot::Daypart); !part.empty()) {
        answer.value = "XXXX-XX-XX" + std::string(part);
    } else if (const auto season = reading.number(Slot::Season)) {
        constexpr std::array<const char*, 4> seasons = {"XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI"};
        answer.value = seasons[static_cast<std::size_t>(*season - 1)];
    } else if (const auto month = reading.number(Slot::Month)) {
        answer.value = "XXXX-" + two_digits(*month);
        answer.value += reading.has(Slot::Day) ? "-" + two_digits(*reading.number(Slot::Day)) : "";
    } else {
        answer.value = duration_value(amount(reading), unit_named(reading.code(Slot::Unit)).value_or(Unit::Day));
    }
}

}  // namespace dates
