// An article as its phrases are made of it: words and names in text order, and what parts them.
#pragma once

#include <attache/plugin.hpp>
#include <cstdint>
#include <string_view>
#include <vector>

#include "wording/vocabulary.h"

namespace summarize {

enum class UnitKind {
    Content,  ///< a word that may be part of a phrase
    Name,     ///< a mention of a named thing, whatever its number of words
    Joint,    ///< "of", "of the": may stand between two of a phrase
    Break     ///< what no phrase goes across: a stop word, punctuation, a number, most verbs
};

struct Unit {
    UnitKind kind = UnitKind::Break;
    std::uint32_t term = 0;  ///< of Content and Name: the same for all forms of a word, for all mentions of a thing
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t sentence = 0;
    bool opens_sentence = false;
    bool is_capitalised = false;  ///< though it does not open its sentence; names are
    bool follows_determiner = false;
    bool is_person = false;
};

/// A named thing.
struct Name {
    std::string_view id;
    std::string_view text;  ///< its canonical name
};

struct Units {
    std::vector<Unit> units;
    std::uint32_t terms = 0;  ///< how many different ones
    std::uint32_t sentences = 0;
    std::vector<Name> names;       ///< by term; both empty where the term is a word
    std::vector<bool> titled;      ///< by term; true if the title has it
    std::vector<bool> is_weak;     ///< by term; true for words that neither are a phrase nor end one
    std::vector<bool> is_generic;  ///< by term; true for words that are no phrase
};

/// What is told apart by lists.
struct UnitLists {
    WordList stop_words;
    WordList weak_words;     ///< which neither are a phrase nor end one
    WordList generic_words;  ///< which are no phrase
    WordList agencies;       ///< in datelines
};

/// Headings, bylines, datelines and dates part phrases, and have none. The views are those of the document.
Units units_of(const attache::Document& document, const UnitLists& lists);

}  // namespace summarize
