// Walks over the lines of a file, and names the one in which something is wrong; reads numbers of their fields.
#pragma once

#include <charconv>
#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

namespace entities::train {

/// Throws std::runtime_error if the file cannot be read; those that `use` throws are thrown on with file and line.
void for_each_line(const std::filesystem::path& file, const std::function<void(std::string_view line)>& use);

/// None if the field is anything else, or more, than a whole number that fits.
template <typename Number>
std::optional<Number> whole_number(std::string_view field) {
    Number number{};
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    return error == std::errc{} && end == field.data() + field.size() ? std::optional(number) : std::nullopt;
}

}  // namespace entities::train
