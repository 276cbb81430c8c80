// A plugin's library in this process. Loaded once, never unloaded: what a library has handed out (threads, thread-local
// destructors, strings) may outlive any moment at which it would be safe to take it away.
#pragma once

#include <attache/plugin.h>

#include "loading/catalog.h"

namespace attache::core {

/// Loads the library on first use and checks that its table fits its manifest. Throws NotAPlugin. Any thread.
const attache_plugin& load(const FoundPlugin& plugin);

}  // namespace attache::core
