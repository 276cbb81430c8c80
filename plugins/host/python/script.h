// One instance of a plugin written in Python: a module of its own, made by running the script. Its functions are the
// plugin's, its variables the instance's state.
#pragma once

#include <pybind11/pybind11.h>

#include <attache/plugin.hpp>
#include <filesystem>
#include <string>

namespace attache::python {

/// The interpreter's lock is held by all callers.
class Script {
public:
    /// Runs the script that the settings' plugin names. Throws Error if it raises, or lacks a function of its kind.
    explicit Script(const Settings& settings);
    ~Script();
    Script(const Script&) = delete;
    Script& operator=(const Script&) = delete;

    /// Calls a function of the script. What it raises is thrown as Error, Skip or Fatal.
    template <class... Arguments>
    pybind11::object call(const char* function, Arguments&&... arguments) const {
        try {
            return module_.attr(function)(std::forward<Arguments>(arguments)...);
        } catch (pybind11::error_already_set& raised) {
            rethrow(raised);
        }
    }

    /// Throws what a raised exception means: attache.Skip, attache.Fatal, or an error of this call.
    [[noreturn]] void rethrow(pybind11::error_already_set& raised) const;

private:
    void run(std::string_view source);
    void check_functions(std::string_view kind) const;
    void forget() noexcept;
    std::string describe(const pybind11::error_already_set& raised) const;
    std::string place_of(const pybind11::error_already_set& raised) const;
    std::string hint_for(const pybind11::error_already_set& raised) const;

    std::filesystem::path path_;
    pybind11::object module_;
};

}  // namespace attache::python
