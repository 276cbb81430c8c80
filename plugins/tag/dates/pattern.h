// The pattern language of rules.toml, and its compilation to plain sequences.
//
//     in [ the? <nth> quarter (of <year>)? ]
//
// stands for a sequence of words: `word` is that word in any case, `<class>` any word or number of the class,
// `<class:slot>` the same but kept under another name, `(a | b c)` a choice, `x?` an option, `{part}` a pattern named
// under [parts]. What stands in brackets becomes the annotation (there may be two, for ranges); what stands around them
// only has to be there.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "vocabulary.h"

namespace dates {

/// One step of a sequence.
struct Step {
    bool is_class = false;
    std::uint32_t symbol = 0;  ///< class or literal
    std::uint8_t slot = 0;     ///< where what matches a class is kept; 0: nowhere
    bool opens = false;        ///< an annotation begins here
    bool closes = false;       ///< and ends here

    friend bool operator==(const Step&, const Step&) = default;
};

/// One way to match a pattern. `left` must stand before the annotation; in reading order.
struct Sequence {
    std::vector<Step> left;
    std::vector<Step> steps;
};

struct PatternNames {
    Vocabulary& vocabulary;
    /// The text of a named part; throws std::runtime_error if there is none.
    std::function<std::string_view(std::string_view)> part;
    /// The number of a slot; throws if there is none. A class without a slot of its name is kept nowhere.
    std::function<std::uint8_t(std::string_view name, bool required)> slot;
};

/// All sequences of a pattern. Throws std::runtime_error if it is not well formed or stands for too many.
std::vector<Sequence> compile_pattern(std::string_view pattern, const PatternNames& names);

}  // namespace dates
