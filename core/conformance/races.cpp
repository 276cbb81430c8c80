#include "conformance/races.h"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <boost/algorithm/string/replace.hpp>
#include <fstream>
#include <sstream>

#include "process/child_process.h"

namespace attache::core::conformance {

namespace fs = std::filesystem;

namespace {

fs::path find_program(const std::string& name) {
    const char* const path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "/usr/bin:/bin");
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (fs::path program = fs::path(folder) / name; ::access(program.c_str(), X_OK) == 0) {
            return program;
        }
    }
    return {};
}

/// The texts of all <tag> in this part of an XML document that valgrind wrote, one after the other, without nesting.
std::vector<std::string_view> elements(std::string_view xml, const std::string& tag) {
    const std::string open = "<" + tag + ">";
    const std::string close = "</" + tag + ">";
    std::vector<std::string_view> found;
    for (std::size_t at = xml.find(open); at != xml.npos; at = xml.find(open, at)) {
        at += open.size();
        const std::size_t end = xml.find(close, at);
        found.push_back(xml.substr(at, end == xml.npos ? end : end - at));
    }
    return found;
}

std::string first(const std::vector<std::string_view>& texts) {
    return texts.empty() ? "" : std::string(texts.front());
}

std::string unescaped(std::string text) {
    boost::algorithm::replace_all(text, "&lt;", "<");
    boost::algorithm::replace_all(text, "&gt;", ">");
    boost::algorithm::replace_all(text, "&amp;", "&");
    return text;
}

/// Both accesses are writes. A value that one thread writes and others read may have been published by an atomic or by
/// the guard of a local static, an order that helgrind does not see; and threads that all run the same plugin race in
/// their writes too.
bool between_writes(std::string_view error) {
    return first(elements(first(elements(error, "xwhat")), "text")).find("race during write") != std::string::npos &&
           first(elements(first(elements(error, "xauxwhat")), "text")).find("previous write") != std::string::npos;
}

/// Both accesses are made by an atomic type, as the debug information has it: to helgrind a relaxed store is like any
/// other.
bool between_atomics(std::string_view error) {
    const std::vector<std::string_view> stacks = elements(error, "stack");
    return std::all_of(stacks.begin(), stacks.end(), [](std::string_view stack) {
        const std::string file = first(elements(first(elements(stack, "frame")), "file"));
        return file == "atomic_base.h" || file == "atomic" || file == "atomic.rs";
    });
}

}  // namespace

std::vector<std::string> races_in(const std::string& xml, const std::string& library) {
    std::vector<std::string> races;
    for (const std::string_view error : elements(xml, "error")) {
        if (first(elements(error, "kind")) != "Race" || !between_writes(error) || between_atomics(error)) {
            continue;
        }
        for (const std::string_view frame : elements(error, "frame")) {
            if (first(elements(frame, "obj")) != library) {
                continue;
            }
            std::string place = unescaped(first(elements(frame, "fn")));
            if (const std::string file = first(elements(frame, "file")); !file.empty()) {
                place += " (" + file + ":" + first(elements(frame, "line")) + ")";
            }
            const std::string what = "data race in " + (place.empty() ? "the library" : place) +
                                     ": two threads write the same memory without a lock (if through atomics, build "
                                     "with -g, which tells them apart)";
            if (std::find(races.begin(), races.end(), what) == races.end()) {
                races.push_back(what);
            }
            break;
        }
    }
    return races;
}

void check_races(Context& context, Result& result) {
    if (!context.subject.manifest().host.empty()) {
        result.skipped = "the plugin's own code is no machine code that valgrind could name";
        return;
    }
    const fs::path valgrind = find_program("valgrind");
    if (valgrind.empty()) {
        result.skipped = "valgrind is not installed";
        return;
    }
    std::string report = (fs::temp_directory_path() / "attache-races-XXXXXX").string();
    const int descriptor = ::mkstemp(report.data());
    if (descriptor < 0) {
        throw std::runtime_error("cannot make " + report);
    }
    ::close(descriptor);
    const fs::path program = fs::canonical(this_program());
    std::vector<std::string> arguments{"--tool=helgrind", "--xml=yes",        "--xml-file=" + report,
                                       "--quiet",         "--fair-sched=yes", program.string()};
    for (const std::string& argument : context.arguments_for("threads")) {
        arguments.push_back(argument);
    }
    arguments.emplace_back("--in-process");
    // What it prints is no part of ours.
    std::FILE* const nowhere = std::fopen("/dev/null", "w");
    ChildProcess child(valgrind, arguments, {{fileno(nowhere), 1}, {fileno(nowhere), 2}});
    std::fclose(nowhere);
    const auto end = child.wait_while_working(std::chrono::minutes(10));
    std::ifstream file(report, std::ios::binary);
    std::ostringstream xml;
    xml << file.rdbuf();
    fs::remove(report);
    for (std::string& race : races_in(xml.str(), context.subject.planned().found->library.string())) {
        if (result.failures.size() < 5) {
            result.fail(std::move(race));
        }
    }
    if (result.failures.empty() && (!end || end->signal != 0)) {
        result.skipped = "it did not come to its end under valgrind";
    }
}

}  // namespace attache::core::conformance
