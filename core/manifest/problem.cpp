#include "manifest/problem.h"

#include <algorithm>
#include <numeric>

namespace attache::core {

namespace {

std::string joined(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems) {
        text += (text.empty() ? "" : "\n") + to_string(problem);
    }
    return text;
}

char in_small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Levenshtein distance in bytes; capitals are the same as small letters.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (in_small(a[i - 1]) == in_small(b[j - 1]) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

}  // namespace

std::string to_string(const Problem& problem) {
    std::string text = problem.place.file;
    if (problem.place.line > 0) {
        text += ":" + std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column);
    }
    return text + (text.empty() ? "" : ": ") + "error: " + problem.message;
}

Problems::Problems(std::vector<Problem> problems) : std::runtime_error(joined(problems)), list_(std::move(problems)) {}

std::string did_you_mean(std::string_view given, const std::vector<std::string>& known) {
    const std::string* nearest = nullptr;
    std::size_t least = std::max<std::size_t>(2, given.size() / 3) + 1;
    for (const std::string& name : known) {
        const std::size_t distance = edit_distance(given, name);
        if (distance < least) {
            least = distance;
            nearest = &name;
        }
    }
    return nearest == nullptr ? "" : " (did you mean \"" + *nearest + "\"?)";
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const char* separator = i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
        text += separator + ("\"" + names[i] + "\"");
    }
    return text;
}

}  // namespace attache::core
