// What is wrong with a file that a person wrote: every problem at its place, all of them in one pass.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace attache::core {

/// A position in a text file; lines and columns count from 1, and 0 means the file as a whole.
struct Place {
    std::string file;
    unsigned line = 0;
    unsigned column = 0;
};

struct Problem {
    Place place;
    std::string message;
};

/// "FILE:LINE:COLUMN: error: MESSAGE", without the parts that are unknown.
std::string to_string(const Problem& problem);

/// Thrown when a file cannot be used; what() holds all problems, one a line.
class Problems : public std::runtime_error {
public:
    explicit Problems(std::vector<Problem> problems);
    const std::vector<Problem>& list() const { return list_; }

private:
    std::vector<Problem> list_;
};

/// " (did you mean "X"?)" for the nearest of `known` by edit distance, or "" if none is near.
std::string did_you_mean(std::string_view given, const std::vector<std::string>& known);

/// "a", "b" and "c", each in double quotes.
std::string listed(const std::vector<std::string>& names);

}  // namespace attache::core
