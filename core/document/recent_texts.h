// The last few texts of a column: annotators lend a text that comes again from the same place.
#pragma once

#include <attache/plugin.h>

#include <array>
#include <cstddef>

#include "document/layer.h"

namespace attache::core {

class RecentTexts {
public:
    static constexpr std::size_t count = 4;
    static constexpr std::size_t none = count;

    /// Where the same bytes in the same place are kept; `none` if they are not.
    std::size_t find(attache_str text) const {
        // To the end, as where it is cannot be foretold, and would cost more to go by than to ask all.
        std::size_t found = none;
        for (std::size_t at = 0; at < count; ++at) {
            found = is_same(texts_[at], text) ? at : found;
        }
        return found;
    }

    /// Keeps a text instead of the oldest one; returns where.
    std::size_t add(attache_str text) {
        const std::size_t at = next_++ % count;
        texts_[at] = text;
        return at;
    }

private:
    std::array<attache_str, count> texts_{};
    std::size_t next_ = 0;
};

}  // namespace attache::core
