// Verbs of speech, from cues.tsv.
#pragma once

#include <cstdint>
#include <string_view>

#include "words/small_table.h"
#include "words/words.h"

namespace quotes {

/// What may follow a verb of speech; see cues.tsv.
enum class Cue : std::uint8_t { None, Clause, That, Listener, Name };

/// Const after loading; may be used by many threads.
class Cues {
public:
    /// Keeps the table by reference. Throws std::runtime_error if it is malformed.
    explicit Cues(std::string_view table);

    Cue find(const words::Word& word) const {
        const bool name = word.capital && word.mention != words::none;  // "United States"
        const Cue* found = word.letters && !name ? forms_.find(word.lower) : nullptr;
        return found == nullptr ? Cue::None : *found;
    }

private:
    words::SmallTable<Cue> forms_;
};

}  // namespace quotes
