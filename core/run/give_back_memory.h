// Memory that was freed, given back to the system between two parts of a run.
#pragma once

#include <malloc.h>

namespace attache::core {

/// What threads and plugins have freed lies scattered in the allocator, which keeps it for themselves; without this the
/// peak of a run is the sum of its parts' peaks. Takes milliseconds. Does nothing where the C library cannot.
inline void give_back_memory() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

}  // namespace attache::core
