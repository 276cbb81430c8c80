// What `attache check` tries a plugin with. Each check runs in a process of its own, so it may crash or hang.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "conformance/subject.h"

namespace attache::core::conformance {

/// What a check has to say.
struct Result {
    std::vector<std::string> failures;  ///< each in words; empty: passed
    std::string skipped;                ///< why it could not be tried; "" if it was
    std::vector<std::string> digests;   ///< `ordinary`: of each outcome, for another process to compare

    void fail(std::string words) { failures.push_back(std::move(words)); }
};

/// What a check works with.
struct Context {
    const Subject& subject;
    std::uint64_t seed = 1;
    Session::Watcher at;                  ///< told what is being tried, for when it crashes
    void (*on_fault)(const char* words);  ///< told of what a signal handler finds; async-signal-safe
    /// The arguments of a process that does another check, or this one, on the same plugin.
    std::function<std::vector<std::string>(const std::string& check)> arguments_for;
};

struct Check {
    std::string name;
    std::string summary;
    std::function<void(Context&, Result&)> run;
};

/// In the order in which they are run.
const std::vector<Check>& checks();
const Check* find_check(const std::string& name);

/// From now on this process may hold so much data, beside what it has; what goes past it fails, and is reported.
void limit_memory(std::size_t bytes, void (*on_fault)(const char* words));

}  // namespace attache::core::conformance
