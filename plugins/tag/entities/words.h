// Cuts a document's tokens into the words that names are made of, whatever the tokens look like: "China-Europe" is
// three words, "Xi’an’s" is "Xi’an" and its ending, "U.S." is one, and so are an address of the web and a torn
// "Xi’ an".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forms.h"
#include "torn_words.h"

namespace entities {

/// Numbers of words fit: a document has less than 4 GB.
constexpr std::uint32_t narrow(std::size_t i) {
    return static_cast<std::uint32_t>(i);
}

/// Repeats of its form what is asked most.
struct Word : Traits {
    std::string_view key;  ///< the text without accents and blanks, with a straight apostrophe
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t sentence = 0;
    std::uint32_t form = 0;  ///< number of its key among those of the document, from 0
    bool glued = false;      ///< nothing stands between it and the word before
    bool first = false;      ///< the first word with letters of its sentence, or after an opening quotation mark
};

enum class Casing : std::uint8_t { Normal, Title, Upper };

struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// Appends those numbers of the range for which `which` is true. Each is written, and stays if it is, as nothing
/// foretells for which words it is.
template <class Which>
void append_if(Range range, const Which& which, std::vector<std::uint32_t>& numbers) {
    std::size_t count = numbers.size();
    numbers.resize(count + (range.end - range.begin));
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        numbers[count] = i;
        count += which(i) ? 1U : 0U;
    }
    numbers.resize(count);
}

struct Sentence {
    Range words;
    Range capitals;  ///< in Words::capitals
    Casing casing = Casing::Normal;
};

/// The words of one document, added before those of another are. Refers to its text.
class Words {
public:
    /// The forms are kept by reference and hold what is known of the words.
    Words(std::string_view text, Forms& forms);

    /// Takes what is known of the words from others; those of before are still needed.
    void take_from(Forms& forms);

    /// Adds the words of a sentence. Of its tokens, which are in order, only white space between them counts: what
    /// touches, or is torn apart, is cut anew, but for addresses.
    void add_sentence(std::span<const Range> tokens);

    std::size_t size() const { return words_.size(); }
    const Word& operator[](std::size_t i) const { return words_[i]; }
    const Lexicon& lexicon() const { return known_->lexicon(); }
    /// What the word's text alone says of it.
    const Form& form(std::size_t i) const { return *forms_[words_[i].form].form; }
    /// Of all keys by their numbers, in lower case, too, and those of words with a key.
    struct Known {
        const Form* form = nullptr;  ///< of the first word that has it; null if none has
        std::uint32_t in_small = 0;  ///< number of the key in lower case
        std::uint32_t count = 0;     ///< of the words that have it
        std::uint32_t inside = 0;    ///< of those that are not the first ones
    };
    std::span<const Known> forms() const { return forms_; }
    const std::vector<Sentence>& sentences() const { return sentences_; }
    /// Of the sentence that word `i` is in.
    Casing casing(std::size_t i) const { return sentences_[words_[i].sentence].casing; }
    /// Numbers of the words that begin with a capital, one of four, in order: what looks for names goes over these.
    std::span<const std::uint32_t> capitals() const { return capitals_; }
    std::span<const std::uint32_t> capitals(const Sentence& sentence) const {
        return capitals().subspan(sentence.capitals.begin, sentence.capitals.end - sentence.capitals.begin);
    }
    /// The first word from `from` on that is this sign; size() if there is none.
    std::uint32_t next(char sign, std::uint32_t from) const;
    /// The first word that ends behind this byte of the text; size() if none does.
    std::uint32_t ending_after(std::uint32_t byte) const;
    std::string_view text() const { return text_; }
    std::string_view text(std::size_t first, std::size_t last) const {
        return text_.substr(words_[first].begin, words_[last - 1].end - words_[first].begin);
    }
    /// The text of a stretch of words on one line.
    std::string name(std::size_t first, std::size_t last) const;
    /// The key of a stretch of words, its parts joined by one space where the text has any.
    std::string key(std::size_t first, std::size_t last) const;
    /// Stands for that key where only equality counts.
    Hash code(std::size_t first, std::size_t last) const;

private:
    void cut(std::span<const Range> tokens);
    std::uint32_t after_blank(std::uint32_t at, std::uint32_t end) const;
    std::uint32_t word_end(std::uint32_t at, std::uint32_t end) const;
    std::uint32_t letters_end(std::uint32_t at, std::uint32_t end) const;
    void describe(Word& word);
    std::uint32_t number_of(Form& form);
    std::uint32_t number_of(std::uint32_t key);
    bool ends_in_stop(const Sentence& sentence) const;
    void finish(Sentence& sentence);

    std::string_view text_;
    Forms* known_;
    std::uint32_t document_;  ///< number of this one
    bool has_addresses_;
    TornWords torn_;
    std::vector<Word> words_;
    std::vector<Sentence> sentences_;
    std::vector<std::uint32_t> capitals_;
    std::vector<Known> forms_;  ///< by their numbers
};

}  // namespace entities
