// The words that count: in lower case, without stop words, each with a number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "text_numbers.h"

namespace summarize {

using WordList = std::unordered_set<std::string, Hash, std::equal_to<>>;

/// The lines of a resource that are neither empty nor comments ("# …").
WordList read_word_list(std::string_view lines);

/// In lower case, without a possessive ending, curly apostrophes made straight.
std::string normal_form(std::string_view word);

/// The first characters of a normal form, which most forms of a word share, in most languages.
std::string_view stem(std::string_view form);

/// The normal forms of the words of a free text, in text order.
std::vector<std::string> forms_of(std::string_view text);

/// Words with a meaning of their own here, in their normal form but for stems.
struct WordLists {
    WordList stop_words;
    WordList addresses;  // such as "I" and "you"; stop words too
    WordList notices;    // stems of which what a page says of itself has one, such as "report"
};

struct Word {
    std::uint32_t number = 0;
    bool content = false;  // no stop word
    bool address = false;
    bool notice = false;
    bool capital = false;  // this spelling begins with a capital letter
};

/// Numbers the words of each document in the order in which they come. Content words that begin alike share a number.
/// What it knows of a spelling it keeps from one document to the next.
class Vocabulary {
public:
    /// `lists` must outlive the vocabulary.
    explicit Vocabulary(const WordLists& lists) : lists_(lists) {}

    /// Numbers words anew.
    void begin_document();

    Word read(std::string_view word);
    /// Those words of a free text that have a number, in text order.
    std::vector<Word> known(std::string_view text) const;
    /// How many words have a number.
    std::size_t size() const { return size_; }

private:
    /// In which document a word was read last, and its number there.
    struct Reading {
        std::uint32_t document = 0;
        std::uint32_t number = 0;
    };

    /// What holds in every document.
    struct Spelling {
        std::uint32_t key = 0;  // number of what is the same for all spellings of a word
        bool content = false;
        bool address = false;
        bool notice = false;
        bool capital = false;
    };

    static constexpr std::size_t most_spellings = 30000;  // to begin a document with

    /// What is the same for all spellings of a word: of content words the stem, of stop words all of it.
    std::string key_of(const std::string& form) const;
    Spelling first_seen(std::string_view word);

    const WordLists& lists_;
    TextNumbers spelling_numbers_;
    std::vector<Spelling> spellings_;  // by number
    TextNumbers key_numbers_;
    std::vector<Reading> readings_;  // by number of the key
    std::uint32_t document_ = 1;
    std::size_t size_ = 0;
};

}  // namespace summarize
