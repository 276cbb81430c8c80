// The one Python interpreter of the process, and how threads get at it.
#pragma once

#include <pybind11/pybind11.h>

#include <attache/plugin.hpp>

namespace attache::python {

/// Starts the interpreter on first use: the system's Python with the system's packages, whatever the environment says,
/// and with a fixed seed for hashes, so that sets have the same order in every run. What scripts print or log goes to
/// the run's log. Throws Error. Any thread, without the interpreter's lock.
void start_interpreter();

/// Lends a script its settings while this thread runs it: `attache.settings` and `attache.resource` are theirs.
class Loading {
public:
    explicit Loading(const Settings& settings);
    ~Loading();
    Loading(const Loading&) = delete;
    Loading& operator=(const Loading&) = delete;

    /// Those of the script that this thread is running. Throws Error if there is none.
    static const Settings& current();
};

}  // namespace attache::python
