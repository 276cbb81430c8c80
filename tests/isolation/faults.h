// What no plugin may do, done when a text asks for it.
#pragma once

#include <unistd.h>

#include <attache/plugin.hpp>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace faults {

inline volatile bool endless = true;

inline void commit(std::string_view text) {
    const auto asks = [&](std::string_view what) { return text.find(what) != text.npos; };
    if (asks("FAIL")) {
        throw attache::Error("was asked to fail");
    }
    if (asks("CRASH")) {
        std::abort();
    }
    if (asks("EXIT")) {
        ::_exit(3);
    }
    while (asks("HANG") && endless) {
    }
    if (asks("MEMORY")) {
        const std::vector<char> much(std::size_t{8} << 30, 'x');
        endless = much.back() == 'x';
    }
}

}  // namespace faults
