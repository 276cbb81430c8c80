// Reading a long mapped file without keeping it in memory.
#include "let_go.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace report {

void let_go(std::string_view bytes) {
#ifdef MADV_PAGEOUT
    // Unlike MADV_DONTNEED this loses nothing if the bytes are not those of a file after all.
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto address = reinterpret_cast<std::uintptr_t>(bytes.data());
    const std::uintptr_t start = (address + page - 1) / page * page;
    const std::uintptr_t end = (address + bytes.size()) / page * page;
    if (start < end) {
        ::madvise(const_cast<char*>(bytes.data()) + (start - address), end - start, MADV_PAGEOUT);
    }
#else
    static_cast<void>(bytes);
#endif
}

}  // namespace report
