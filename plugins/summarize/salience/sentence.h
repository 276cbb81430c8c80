// A sentence as it is weighed for a summary.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace salience {

enum class Kind { Prose, ListItem, Apparatus };  // the last: headings, bylines, notes

struct Sentence {
    std::string_view text;
    std::int64_t paragraph = 0;
    Kind kind = Kind::Prose;
    std::size_t words = 0;  // all words and numbers, stop words too
    std::vector<std::uint32_t>
        terms;  // numbers of its content words, in ascending order, repeated as often as they come
    std::size_t entities = 0;
    std::size_t dates = 0;
};

}  // namespace salience
