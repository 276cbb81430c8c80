// What is known of a word by its text alone, kept from one document to the next: most words have been in others.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "clusters.h"
#include "hashing.h"
#include "letters.h"
#include "lexicon.h"
#include "string_table.h"

namespace entities {

/// What is asked of every word.
struct Traits {
    Hash code = 0;                ///< of the key, in tables of texts
    std::uint32_t classes = 0;    ///< bits of Lexicon
    bool letters = false;         ///< begins with a letter or digit; all else is punctuation
    bool capital = false;         ///< begins with an upper-case letter
    bool capital_inside = false;  ///< has a plain one anywhere
    bool all_capitals = false;    ///< two letters or more, and none is lower case
    bool initial = false;         ///< one capital letter and a full stop, as in "J."
    bool ending = false;          ///< a possessive 's
    bool digit = false;           ///< begins with one
    bool determiner = false;      ///< "the", "these", "their", "our", "both", in lower case or with a capital
    bool opening = false;         ///< a sign after which a sentence may begin: a quotation mark, a colon, a star

    bool is(std::uint32_t which) const { return (classes & which) != 0; }
};

/// What a document noted at a word.
struct Mark {
    std::uint32_t document = 0;
    std::uint32_t number = 0;
};

/// Two lines of the cache, of which most words of a document need the first alone.
struct alignas(64) Form : Traits {
    std::string_view key;        ///< the text without accents and blanks, with a straight apostrophe
    std::uint32_t number = 0;    ///< of the key among all that are known, from 0
    std::uint32_t in_small = 0;  ///< of the key in lower case
    Mark mark;
    // Parts of features.
    Hash lower = 0;   ///< code of the key in lower case
    Hash shape = 0;   ///< of "Xx-", runs shortened
    Hash suffix = 0;  ///< of three letters; 0 where the word is too short
    Clusters::Slot cluster;
};

/// The beginning of a key in lower case: what is looked at of a word of any length.
class SmallKey {
public:
    explicit SmallKey(std::string_view key) : size_(std::min(key.size(), letters_.size())) {
        std::transform(key.begin(), key.begin() + static_cast<std::ptrdiff_t>(size_), letters_.begin(), lower);
    }
    std::string_view text() const { return {letters_.data(), size_}; }
    /// 0 if nothing would be before it.
    Hash suffix(std::size_t size) const { return size < size_ ? hashed(text().substr(size_ - size)) : 0; }

private:
    std::array<char, 64> letters_;
    std::size_t size_;
};

/// For one thread at a time.
class Forms {
public:
    /// Both are kept by reference, the clusters by their view.
    Forms(const Lexicon& lexicon, Clusters clusters) : lexicon_(lexicon), clusters_(clusters) {}
    Forms(const Forms&) = delete;
    Forms& operator=(const Forms&) = delete;

    const Lexicon& lexicon() const { return lexicon_; }

    /// Of a word, whose StringTable::code_of is `code`. Valid until they are forgotten; only its mark may be changed.
    Form& of(std::string_view text, Hash code) {
        const std::uint32_t known = places_.find(code);
        return known != StringTable::none ? form(known) : learn(text, code);
    }
    /// Says that the word with this code is asked for soon.
    void expect(Hash code) const { places_.fetch(code); }

    /// By the number of a key. Valid until more is learned.
    Mark& mark(std::uint32_t key) { return marks_[key]; }
    /// A number for a document that notes things at words, different from those of others and not 0.
    std::uint32_t next_document() { return ++documents_; }

    /// Forgets all if there are many, so that memory does not grow with the number of documents.
    void trim();

    /// How many words are known.
    std::size_t size() const { return size_; }

private:
    static constexpr std::size_t block = 64;

    Form& form(std::size_t place) { return blocks_[place / block][place % block]; }
    Form& learn(std::string_view text, Hash code);
    std::string_view keep(std::string_view text);
    /// Of the key with this code.
    std::uint32_t number_of(Hash code);

    const Lexicon& lexicon_;
    Clusters clusters_;
    StringTable places_;  ///< of forms, by the codes of texts
    std::vector<std::unique_ptr<Form[]>> blocks_;
    std::size_t size_ = 0;
    std::pmr::monotonic_buffer_resource texts_;  ///< of keys
    std::size_t bytes_ = 0;                      ///< of these
    StringTable keys_;
    std::vector<Mark> marks_;
    std::uint32_t documents_ = 0;
};

}  // namespace entities
