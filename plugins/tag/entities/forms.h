// What is known of a word by its text alone, kept from one document to the next: most words have been in others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
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

struct Form {
    std::string key;              ///< the text without accents, with a straight apostrophe
    Hash code = 0;                ///< of the key, in tables of texts
    std::uint32_t classes = 0;    ///< bits of Lexicon
    bool letters = false;         ///< begins with a letter or digit; all else is punctuation
    bool capital = false;         ///< begins with an upper-case letter
    bool capital_inside = false;  ///< has a plain one anywhere
    bool all_capitals = false;    ///< two letters or more, and none is lower case
    bool initial = false;         ///< one capital letter and a full stop, as in "J."
    bool ending = false;          ///< a possessive 's
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
    const Form& of(std::string_view text, Hash code);

    /// Forgets all if there are many, so that memory does not grow with the number of documents.
    void trim();

    /// How many words are known.
    std::size_t size() const { return forms_.size(); }

private:
    const Lexicon& lexicon_;
    Clusters clusters_;
    StringTable numbers_;
    std::deque<Form> forms_;
    std::size_t bytes_ = 0;  ///< of keys
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
