#include "run/inputs.h"

#include <algorithm>
#include <stdexcept>
#include <system_error>

#include "run/names.h"

namespace attache::core {

namespace fs = std::filesystem;

namespace {

std::string without_trailing_slash(std::string text) {
    while (text.size() > 1 && text.back() == '/') {
        text.pop_back();
    }
    return text;
}

}  // namespace

void check_inputs(const std::vector<std::string>& arguments) {
    for (const std::string& argument : arguments) {
        std::error_code error;
        const fs::file_status status = fs::status(argument, error);
        if (!fs::exists(status)) {
            throw std::runtime_error("input \"" + argument + "\" does not exist");
        }
        if (!fs::is_directory(status) && !fs::is_regular_file(status)) {
            throw std::runtime_error("input \"" + argument + "\" is neither a file nor a folder");
        }
    }
}

InputWalk::InputWalk(std::vector<std::string> arguments) {
    for (auto argument = arguments.rbegin(); argument != arguments.rend(); ++argument) {
        const std::string name = without_trailing_slash(*argument);
        open_.push_back({name, printable(name), true});
    }
}

std::optional<InputFile> InputWalk::next() {
    while (!open_.empty()) {
        const Entry entry = open_.back();
        open_.pop_back();
        if (std::optional<InputFile> file = visit(entry)) {
            return file;
        }
    }
    return std::nullopt;
}

std::optional<InputFile> InputWalk::visit(const Entry& entry) {
    InputFile file{entry.path, entry.source, "", 0};
    std::error_code error;
    const fs::file_status status = fs::status(entry.path, error);
    if (!entry.given && entry.path.filename().native().starts_with('.')) {
        file.skipped = fs::is_directory(status) ? "hidden folder" : "hidden file";
    } else if (error || !fs::exists(status)) {
        file.skipped =
            fs::is_symlink(fs::symlink_status(entry.path, error)) ? "a link to nothing" : "cannot be examined";
    } else if (fs::is_directory(status)) {
        if (!entry.given && fs::is_symlink(fs::symlink_status(entry.path))) {
            file.skipped = "a link to a folder";
        } else {
            push_folder(entry);
            return std::nullopt;
        }
    } else if (!fs::is_regular_file(status)) {
        file.skipped = "not a regular file";
    } else {
        file.size = fs::file_size(entry.path, error);
    }
    return file;
}

void InputWalk::push_folder(const Entry& folder) {
    std::vector<Entry> entries;
    for (const auto& entry : fs::directory_iterator(folder.path)) {
        const std::string name = entry.path().filename().string();
        entries.push_back({entry.path(), folder.source + "/" + printable(name), false});
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.path.native() > b.path.native(); });
    open_.insert(open_.end(), std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
}

}  // namespace attache::core
