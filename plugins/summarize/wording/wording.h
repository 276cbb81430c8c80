// How a sentence reads in a summary: without its dateline and the word that joins it to the one before, with the name
// of the person whom its first pronoun means, in whole quotation marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quotation.h"
#include "sentence.h"
#include "vocabulary.h"

namespace summarize {

/// What is left out of sentences.
struct Phrases {
    WordList agencies;          // "Reuters", as in "(Reuters)" behind the place of a dateline
    WordList connectives;       // in lower case, as at the beginning of a sentence; with the comma, if it needs one
    bool attributions = false;  // also a last clause that only says who said so, where no quotation marks are
};

/// What a text takes of a budget.
struct Size {
    std::size_t words = 0;
    std::size_t characters = 0;
};

/// Words that are no part of the document's text.
struct Insertion {
    std::uint32_t at = 0;  // before this byte of it
    std::string words;     // with the white space that parts them from it
};

struct Wording {
    std::uint32_t start = 0;  // what it keeps of the document's text, in bytes
    std::uint32_t end = 0;
    std::string_view text;     // that
    std::string_view person;   // whom the pronoun at its beginning means, if that is plain
    bool begins_anew = false;  // something before it was left out
    bool ends_early = false;   // something at its end was left out, and the full stop with it
    MissingMarks marks;
    Size size;  // of the longest that can be shown

    /// How it reads behind the sentence that stands before it in the document, or before the next one, or neither; with
    /// insertions, in text order.
    std::string shown(bool after_previous, bool before_next, const std::vector<Insertion>& insertions = {}) const;
};

/// Words the sentence of this number in its article; `name` is the one that antecedents_of gave.
Wording word_sentence(const Sentence& sentence, std::uint32_t number, std::string_view name, const MissingMarks& marks,
                      const Phrases& phrases);

/// How many words at its beginning a wording of the sentence of this number may leave out at most.
std::size_t most_words_left_out(const Sentence& sentence, std::uint32_t number);

/// How many bytes the dateline at the beginning of an article takes, with the white space behind; 0 if there is none.
/// "ASTANA, May 20 (Xinhua) -- ", "GENEVA — ", "Karachi, Pakistan (CNN)". Where the text is known to begin with the
/// name of a `place` of so many bytes also "Doha: " and "Srinagar-".
std::size_t dateline_size(std::string_view text, const WordList& agencies, std::size_t place = 0);

/// Makes the first letter a capital.
void capitalize(std::string& text);

/// What white space sets apart, if that is more than the `words` that were found there: "--" counts.
std::size_t words_in(std::string_view text, std::size_t words);

}  // namespace summarize
