// Reads the word lists and looks words up in them.
#include "lexicon.h"

#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include "letters.h"
#include "lines.h"

namespace entities {

namespace {

constexpr std::pair<std::string_view, Class> class_names[] = {
    {"stop", Stop},
    {"common", Common},
    {"calendar", Calendar},
    {"notname", NotName},
    {"portfolio", Portfolio},
    {"office", Office},
    {"modifier", Modifier},
    {"officetail", OfficeTail},
    {"title", Title},
    {"say", Say},
    {"abbreviation", Abbreviation},
    {"orghead", OrgHead},
    {"orgtail", OrgTail},
    {"mischead", MiscHead},
    {"lochead", LocHead},
    {"locfirst", LocFirst},
    {"particle", Particle},
    {"place", Place},
    {"family", Family},
    {"given", Given},
    {"surname", Surname},
    {"direction", Direction},
    {"thing", Thing},
    {"locnoun", LocNoun},
    {"electoral", Electoral},
    {"suffix", Suffix},
    {"miscfirst", MiscFirst},
    {"orgfirst", OrgFirst},
};

constexpr std::string_view kind_prefix = "kind ";

std::uint32_t class_named(std::string_view name) {
    for (const auto& [known, bits] : class_names) {
        if (known == name) {
            return bits;
        }
    }
    throw std::runtime_error("word list: unknown class \"" + std::string(name) + "\"");
}

/// A word in lower case; nothing, if it is longer than any in the lists.
class LowerCase {
public:
    explicit LowerCase(std::string_view word) : size_(word.size() <= letters_.size() ? word.size() : 0) {
        for (std::size_t i = 0; i < size_; ++i) {
            letters_[i] = lower(word[i]);
        }
    }
    std::string_view text() const { return {letters_.data(), size_}; }

private:
    std::array<char, 32> letters_;
    std::size_t size_;
};

}  // namespace

void Lexicon::add_word(std::string_view word, std::uint32_t bits) {
    std::uint32_t& classes = words_.at(word);
    classes = classes == StringTable::none ? bits : classes | bits;
}

void Lexicon::add(std::string_view table) {
    for (Fields rows(table, '\n'); rows.next();) {
        const std::string_view row = rows.field();
        const auto tab = row.find('\t');
        if (row.empty() || row.front() == '#' || tab == row.npos) {
            continue;
        }
        if (row.starts_with(kind_prefix)) {
            kinds_.push_back(row.substr(kind_prefix.size(), tab - kind_prefix.size()));
            for (Fields words(row.substr(tab + 1), ' '); words.next();) {
                kind_of_.at(words.field()) = static_cast<std::uint32_t>(kinds_.size() - 1);
            }
            continue;
        }
        const std::uint32_t bits = class_named(row.substr(0, tab));
        for (Fields words(row.substr(tab + 1), ' '); words.next();) {
            add_word(words.field(), bits);
        }
    }
}

std::uint32_t Lexicon::classes(Hash lower) const {
    const std::uint32_t found = words_.find(lower);
    return found == StringTable::none ? 0 : found;
}

std::string_view Lexicon::kind(std::string_view head) const {
    const LowerCase lower(head);
    const std::uint32_t found = kind_of_.find(lower.text());
    return found == StringTable::none ? std::string_view() : kinds_[found];
}

}  // namespace entities
