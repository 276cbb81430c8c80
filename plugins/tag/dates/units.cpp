// Names and letters of units.
#include "units.h"

#include <array>
#include <cstddef>

namespace dates {

std::optional<Unit> unit_named(std::string_view name) {
    constexpr std::array<std::string_view, 13> names = {"second", "minute", "hour",   "day",     "weekend",
                                                        "week",   "month",  "season", "quarter", "half",
                                                        "year",   "decade", "century"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            return static_cast<Unit>(i);
        }
    }
    return std::nullopt;
}

std::string duration_value(std::string_view number, Unit unit) {
    constexpr std::array<std::string_view, 13> letters = {"S", "M", "H", "D", "WE", "W", "M",
                                                          "M", "Q", "H", "Y", "DE", "CE"};
    std::string value = unit <= Unit::Hour ? "PT" : "P";
    value += number;
    value += letters[static_cast<std::size_t>(unit)];
    return value;
}

}  // namespace dates
