#include "run/published_from.h"

#include <sys/stat.h>

#include <charconv>
#include <regex>
#include <stdexcept>

#include "document/day.h"

namespace attache::core {

namespace {

int number(const std::string& digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool exists(const std::string& year, const std::string& month, const std::string& day) {
    const std::chrono::year_month_day date{std::chrono::year(number(year)),
                                           std::chrono::month(static_cast<unsigned>(number(month))),
                                           std::chrono::day(static_cast<unsigned>(number(day)))};
    return date.ok();
}

bool is_date(const std::string& text) {
    static const std::regex date(R"((\d{4})(?:-(\d\d)(?:-(\d\d))?)?)");
    std::smatch parts;
    return std::regex_match(text, parts, date) &&
           exists(parts[1], parts[2].matched ? parts[2].str() : "1", parts[3].matched ? parts[3].str() : "1");
}

/// The one date in a file's name; empty if there is none, or another one beside it.
std::string date_in(const std::string& name) {
    static const std::regex date(R"((^|[^0-9])((?:19|20)\d\d)([-_.]?)(\d\d)\3(\d\d)(?![0-9]))");
    std::string found;
    for (std::sregex_iterator at(name.begin(), name.end(), date), end; at != end; ++at) {
        const std::smatch& parts = *at;
        if (!exists(parts[2], parts[4], parts[5])) {
            continue;
        }
        const std::string day = parts[2].str() + "-" + parts[4].str() + "-" + parts[5].str();
        if (!found.empty() && found != day) {
            return {};
        }
        found = day;
    }
    return found;
}

std::string day_of_change(const std::filesystem::path& file) {
    constexpr std::int64_t seconds_in_day = 86'400;
    struct stat status {};
    return ::stat(file.c_str(), &status) == 0 ? iso_day(status.st_mtime / seconds_in_day) : "";
}

}  // namespace

PublishedFrom::PublishedFrom(const std::string& option) : option_(option) {
    if (option != "filename" && option != "mtime" && !is_date(option)) {
        throw std::runtime_error("\"" + option + "\" is neither filename nor mtime nor a date such as 2024-05-20");
    }
}

std::optional<PublishedDate> PublishedFrom::of(const std::string& name, const std::filesystem::path& file) const {
    PublishedDate found{option_, "option"};
    if (option_ == "filename") {
        found = {date_in(std::filesystem::path(name).filename().string()), "file name"};
    } else if (option_ == "mtime") {
        found = {day_of_change(file), "file time"};
    }
    return found.date.empty() ? std::nullopt : std::optional(found);
}

}  // namespace attache::core
