// The words that count: in lower case, without stop words, each with a number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text_table.h"

namespace summarize {

/// Words and phrases, told apart as in a TextTable.
class WordList {
public:
    void add(std::string_view word) { words_.at(Hash()(word)); }
    bool contains(std::string_view word) const { return contains(Hash()(word)); }
    bool contains(std::uint64_t hash) const { return words_.find(hash) != nullptr; }

private:
    struct Nothing {};

    TextTable<Nothing> words_;
};

/// The lines of a resource that are neither empty nor comments ("# …").
std::vector<std::string_view> lines_of(std::string_view resource);
WordList read_word_list(std::string_view resource);

/// In lower case, without a possessive ending, curly apostrophes made straight.
std::string normal_form(std::string_view word);

/// The first characters of a normal form, which most forms of a word share, in most languages.
std::string_view stem(std::string_view form);

/// The normal forms of the words of a free text, in text order.
std::vector<std::string> forms_of(std::string_view text);

/// Which of the phrases by which a page speaks of itself a word speaks for: a bit each, and the ninth shares the
/// first's.
using Notices = std::uint8_t;

inline Notices notice(std::size_t phrase) {
    return static_cast<Notices>(1U << phrase % 8);
}

/// Words with a meaning of their own here, in their normal form but for stems.
struct WordLists {
    WordList stop_words;
    WordList addresses;          // such as "I" and "you"; stop words too
    TextTable<Notices> notices;  // of stems such as "report"; one in each phrase
};

struct Word {
    std::uint32_t number = 0;
    bool content = false;  // no stop word
    bool address = false;
    Notices notices = 0;
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

    Word read(std::string_view word) {
        Spelling& spelling = spellings_.at(Hash()(word));
        if (spelling.key == none) {
            spelling = first_seen(word);
        }
        Reading& reading = readings_[spelling.key];
        if (reading.document != document_) {
            reading = {document_, static_cast<std::uint32_t>(size_++)};
        }
        return {reading.number, spelling.content, spelling.address, spelling.notices, spelling.capital};
    }
    /// Those words of a free text that have a number, in text order.
    std::vector<Word> known(std::string_view text) const;
    /// How many words have a number.
    std::size_t size() const { return size_; }

private:
    static constexpr std::uint32_t none = UINT32_MAX;
    static constexpr std::size_t most_spellings = 30000;  // to begin a document with

    /// In which document a word was read last, and its number there.
    struct Reading {
        std::uint32_t document = 0;
        std::uint32_t number = 0;
    };

    /// What is the same for all spellings of a word.
    struct Key {
        std::uint64_t hash = 0;
        bool content = false;
    };

    /// What holds in every document.
    struct Spelling {
        std::uint32_t key = none;  // the number of its key
        bool content = false;
        bool address = false;
        Notices notices = 0;
        bool capital = false;
    };

    struct KeyNumber {
        std::uint32_t number = none;
    };

    Key key_of(std::string_view form) const;
    Spelling first_seen(std::string_view word);

    const WordLists& lists_;
    TextTable<Spelling> spellings_;
    TextTable<KeyNumber> keys_;
    std::vector<Reading> readings_;  // by number of the key
    std::uint32_t document_ = 1;
    std::size_t size_ = 0;
};

}  // namespace summarize
