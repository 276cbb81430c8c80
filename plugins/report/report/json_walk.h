// Walks over a large JSON file without holding its tree in memory.
#pragma once

#include <optional>
#include <string_view>

namespace report {

/// The members of the object that a file holds, and the elements of those that are arrays, in one walk that keeps a
/// part of the file in memory at a time. Damaged JSON ends the walk early; whether an element is itself sound is for
/// its parser to say.
class JsonWalk {
public:
    /// `json` is the file.
    explicit JsonWalk(std::string_view json);

    /// The key of the next member, which is the current one from then on; what is left of the one before is skipped.
    std::optional<std::string_view> next_member();

    /// The whole value of the current member. Before any of its elements.
    std::string_view value();

    /// The next element of the current member; none after the last, and none of what is no array.
    std::optional<std::string_view> next_element();

    /// What the system reads into memory along with an element.
    std::string_view around(std::string_view element) const;

private:
    enum class Place { Key, Value, Array };

    std::string_view take(std::size_t bytes);

    std::string_view json_;
    std::string_view rest_;
    std::string_view held_;  ///< read, and perhaps still in memory
    Place place_ = Place::Key;
};

}  // namespace report
