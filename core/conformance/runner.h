// Runs checks, each in a process of its own, and puts together what they found.
#pragma once

#include <chrono>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "conformance/checks.h"

namespace attache::core::conformance {

/// What one check found.
struct Finding {
    std::string check;
    Result result;
    std::chrono::duration<double> time{};
    std::string again;  ///< a command line that shows it again

    bool failed() const { return !result.failures.empty(); }
};

/// What is to be checked, and how.
struct Request {
    const FoundPlugin& plugin;
    const Catalog& catalog;
    std::vector<std::filesystem::path> inputs;
    std::vector<std::string> plugin_folders;  ///< given on the command line, for the processes
    std::uint64_t seed = 1;
    std::chrono::seconds timeout{60};
};

/// Runs the check in this process. With a `report` descriptor, what is found goes there, for run_in_child.
Result run_here(const Check& check, const Request& request, int report = -1);

/// Starts this program with the arguments, which make it run a check here, and waits for what it reports. A crash, and
/// not ending in time, are failures like others.
Finding run_in_child(const std::string& check, std::vector<std::string> arguments, std::chrono::seconds timeout);

/// The checks named, or all. `each` is told of each finding as it comes.
std::vector<Finding> run_checks(const Request& request, const std::vector<std::string>& names,
                                const std::function<void(const Finding&)>& each);

/// {"plugin", "file", "passed", "checks": [{"name", "outcome", …}]}, one object a plugin.
void write_json(const Request& request, const std::vector<Finding>& findings, std::ostream& out);

}  // namespace attache::core::conformance
