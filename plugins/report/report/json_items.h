// Walks over the elements of an array in a large JSON file without holding the file's tree in memory.
#pragma once

#include <optional>
#include <string_view>

namespace report {

/// The value of `key` in the object that `json` is; empty if it has none.
std::string_view member_of(std::string_view json, std::string_view key);

/// The elements of the array that is the value of `key` in the object that `json` is, a part of them in memory at a
/// time. Damaged JSON ends the walk early; whether an element is itself sound is for its parser to say.
class JsonItems {
public:
    JsonItems(std::string_view json, std::string_view key);

    std::optional<std::string_view> next();

private:
    std::string_view rest_;
    std::string_view held_;  ///< read, and perhaps still in memory
};

}  // namespace report
