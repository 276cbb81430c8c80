// What is known of a word by its text alone, kept from one document to the next: most words have been in others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "clusters.h"
#include "hashing.h"
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

    bool is(std::uint32_t which) const { return (classes & which) != 0; }
};

struct Form : Traits {
    std::string key;             ///< the text without accents, with a straight apostrophe
    std::uint32_t number = 0;    ///< of the key among all that are known, from 0
    std::uint32_t in_small = 0;  ///< of the key in lower case
    Clusters::Slot cluster;
    // Parts of features; 0 where the word is too short.
    Hash lower = 0;  ///< code of the key in lower case
    Hash shape = 0;  ///< of "Xx-", runs shortened
    std::array<Hash, 4> prefix{};
    std::array<Hash, 4> suffix{};
};

/// For one thread at a time.
class Forms {
public:
    /// Both are kept by reference, the clusters by their view.
    Forms(const Lexicon& lexicon, Clusters clusters) : lexicon_(lexicon), clusters_(clusters) {}
    Forms(const Forms&) = delete;
    Forms& operator=(const Forms&) = delete;

    const Lexicon& lexicon() const { return lexicon_; }

    /// Of a word, whose StringTable::code_of is `code`. Valid until they are forgotten.
    const Form& of(std::string_view text, Hash code) {
        const std::uint32_t known = places_.find(code);
        return known != StringTable::none ? form(known) : learn(text, code);
    }

    /// What a document noted at a key.
    struct Mark {
        std::uint64_t document = 0;
        std::uint32_t number = 0;
    };
    /// By the number of the key. Valid until more is learned.
    Mark& mark(std::uint32_t key) { return marks_[key]; }
    /// A number for a document that notes things at keys, different from those of others and not 0.
    std::uint64_t next_document() { return ++documents_; }

    /// Forgets all if there are many, so that memory does not grow with the number of documents.
    void trim();

    /// How many words are known.
    std::size_t size() const { return size_; }

private:
    static constexpr std::size_t block = 64;

    Form& form(std::size_t place) { return blocks_[place / block][place % block]; }
    const Form& learn(std::string_view text, Hash code);
    /// Of the key with this code.
    std::uint32_t number_of(Hash code);

    const Lexicon& lexicon_;
    Clusters clusters_;
    StringTable places_;  ///< of forms, by the codes of texts
    std::vector<std::unique_ptr<Form[]>> blocks_;
    std::size_t size_ = 0;
    std::size_t bytes_ = 0;  ///< of keys
    StringTable keys_;
    std::vector<Mark> marks_;
    std::uint64_t documents_ = 0;
};

/// Hands out forms to as many threads as ask. They come back with all that they know.
class FormsPool {
public:
    FormsPool(const Lexicon& lexicon, const Clusters& clusters) : lexicon_(lexicon), clusters_(clusters) {}

    /// Is given back when it goes.
    class Lease {
    public:
        explicit Lease(FormsPool& pool) : pool_(pool), forms_(pool.take()) {}
        ~Lease() { pool_.give_back(std::move(forms_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        Forms& operator*() const { return *forms_; }

    private:
        FormsPool& pool_;
        std::unique_ptr<Forms> forms_;
    };

private:
    std::unique_ptr<Forms> take();
    void give_back(std::unique_ptr<Forms> forms);

    const Lexicon& lexicon_;
    const Clusters& clusters_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Forms>> idle_;
};

}  // namespace entities
