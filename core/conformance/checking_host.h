// A host that watches: which layers, settings and resources a plugin uses, and, if asked to, every byte that it lends,
// which then lies at the end of a page of its own that may be read during the call and not touched after it.
#pragma once

#include <attache/plugin.h>

#include <set>
#include <string>
#include <string_view>

namespace attache::core::conformance {

/// Wraps host_table(); the same table for the life of the process.
const attache_host* checking_host();

/// What the plugins that were given checking_host() have asked for so far. Any thread.
struct Uses {
    std::set<std::string> layers_read;
    std::set<std::string> layers_written;
    std::set<std::string> settings;
    std::set<std::string> resources;
    std::set<std::string> files;
};
Uses uses();

/// From now on lent memory is guarded. A wrong access is a SIGSEGV, which `on_fault` is told of in words, in a signal
/// handler, before the process ends with that signal.
void guard_lent_memory(void (*on_fault)(const char* words));

/// Guarded memory of our own, for what is lent as an argument of a call. Without guard_lent_memory, the view itself.
std::string_view guarded(std::string_view bytes, const char* name);

/// Takes back all that was lent on this thread. To be called after each call into a plugin.
void end_of_call();

/// The call after the next `calls` ones of host functions that can fail, on this thread, fails. Negative: none does.
void fail_host_call(int calls);
/// Whether that has come to pass since it was asked for.
bool host_call_failed();

}  // namespace attache::core::conformance
