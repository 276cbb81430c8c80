// Finds words that the extraction of a text has torn apart: "China’ s", "Sana’ a", "M ā ori".
#pragma once

#include <cstdint>
#include <string_view>

namespace entities {

/// Of one text, which is lent.
class TornWords {
public:
    explicit TornWords(std::string_view text);

    /// True if the word that ends at `end` goes on at `next`, over a blank. `begin` is the word's, or that of something
    /// before that touches it; begin < end < next, and all are within the text.
    bool goes_on(std::uint32_t begin, std::uint32_t end, std::uint32_t next) const {
        return next == end + 1 && text_[end] == ' ' && may_be_torn(text_[end - 1], text_[next]) &&
               is_torn(begin, end, next);
    }

private:
    /// Asked of nearly every word: words are torn only after an apostrophe, and beside vowels that are not ASCII.
    static constexpr bool may_be_torn(char before, char after) {
        return static_cast<signed char>(before) < 0 || static_cast<signed char>(after) < 0;
    }
    bool is_torn(std::uint32_t begin, std::uint32_t end, std::uint32_t next) const;
    bool is_torn_after(std::string_view word, std::string_view rest) const;
    bool may_be_quoted(std::string_view word) const;

    std::string_view text_;
    bool after_apostrophes_;  ///< the text has some like "China’ s"
};

}  // namespace entities
