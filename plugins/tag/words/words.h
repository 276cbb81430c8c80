// The words of a document as annotators of speech and events read them: lower case beside the text, with the mention
// that each belongs to. Made from the layers "sentence", "token" and "entity"; knows no plugin.
#pragma once

#include <attache/plugin.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "closed_classes.h"

namespace words {

constexpr std::uint32_t none = UINT32_MAX;

/// Words [first, last).
struct Span {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool empty() const { return first >= last; }
};

/// Positions are bytes of the text.
struct Word {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string_view lower;        ///< in lower case as far as it is ASCII
    std::uint32_t classes = 0;     ///< bits of Class; 0 where they have not been asked for
    std::uint32_t mention = none;  ///< row of "entity" that it belongs to
    bool letters = false;  ///< begins with a letter or digit, or with a byte beyond ASCII that is no quotation mark
    bool capital = false;  ///< begins with an upper-case ASCII letter

    bool is(std::string_view word) const { return lower == word; }
    bool in(std::uint32_t any_of) const { return (classes & any_of) != 0; }
};

/// The words of one document. Refers to its text; made anew for each call, on its thread.
class Words {
public:
    explicit Words(const attache::Document& document);
    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;

    std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
    const Word& operator[](std::uint32_t at) const { return words_[at]; }
    /// The words of each row of "sentence".
    const std::vector<Span>& sentences() const { return sentences_; }
    /// The number of the sentence that a word is in; that of all sentences if the word is behind the last.
    std::size_t sentence_of(std::uint32_t word) const;
    /// The first word of that sentence; the word itself if it is in none.
    std::uint32_t begin_of_sentence(std::uint32_t word) const;
    /// Reads the classes of the words, for `Word::in`: most annotators need those of few sentences.
    void classify(Span span);
    /// The word at or after a byte of the text; `size()` if there is none.
    std::uint32_t at_byte(std::uint32_t byte) const;
    /// The words of each row of "entity".
    const std::vector<Span>& mentions() const { return mentions_; }
    std::string_view text() const { return text_; }
    std::string_view text(Span span) const;
    /// The bytes [begin, end) of the text in lower case as far as it is ASCII.
    std::string_view lower_text(std::uint32_t begin, std::uint32_t end) const;

private:
    void read_tokens(const attache::Document& document);
    void read_mentions(const attache::Document& document);

    std::string_view text_;
    std::string lower_;
    std::vector<Word> words_;
    std::vector<Span> sentences_;
    std::vector<Span> mentions_;
};

/// In lower case as far as it is ASCII.
std::string lower_case(std::string_view text);

/// Whether `word` is one of those in a list of constants.
template <std::size_t Size>
bool one_of(std::string_view word, const std::string_view (&list)[Size]) {
    for (const std::string_view one : list) {
        if (one == word) {
            return true;
        }
    }
    return false;
}

}  // namespace words
