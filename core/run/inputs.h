// The inputs of a run, file by file, in an order that is always the same.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace attache::core {

struct InputFile {
    std::filesystem::path path;
    std::string source;   ///< as documents name it: the argument as given, and below a folder the way from there
    std::string skipped;  ///< why it is passed over; "" if it is not
    std::uint64_t size = 0;
};

/// Throws std::runtime_error naming the argument if one of them does not exist.
void check_inputs(const std::vector<std::string>& arguments);

/// Walks files and folders; a folder's entries by name (bytes), each subfolder where its name stands. Holds one
/// folder's names per level in memory.
class InputWalk {
public:
    explicit InputWalk(std::vector<std::string> arguments);
    std::optional<InputFile> next();

private:
    struct Entry {
        std::filesystem::path path;
        std::string source;
        bool given;  ///< named by the user, so not passed over for being hidden
    };

    void push_folder(const Entry& folder);
    std::optional<InputFile> visit(const Entry& entry);

    std::vector<Entry> open_;  ///< what is still to be visited, the next one last
};

}  // namespace attache::core
