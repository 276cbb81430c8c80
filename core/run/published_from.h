// The publication date that --published-from gives to documents of which nothing else tells one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace attache::core {

/// A document's field `published`, ISO 8601, and what it rests on: its field `published_from`.
struct PublishedDate {
    std::string date;
    std::string from;
};

/// Where the date is looked for: nowhere, unless asked.
class PublishedFrom {
public:
    PublishedFrom() = default;
    /// `option` is "filename", "mtime", or a date: "2024", "2024-05", "2024-05-20". Throws std::runtime_error that says
    /// what it may be if it is none of them.
    explicit PublishedFrom(const std::string& option);

    /// For what `file` holds under this name: its own, or a member's if it is an archive. A name tells a date if one
    /// stands in it as 2024-05-20, 2024_05_20, 2024.05.20 or 20240520, and no other does; the file's time is in UTC.
    /// Empty if nothing is told.
    std::optional<PublishedDate> of(const std::string& name, const std::filesystem::path& file) const;

    /// As given; empty: nowhere.
    const std::string& option() const { return option_; }

private:
    std::string option_;
};

}  // namespace attache::core
