// Reads vocabulary.toml and looks words up without allocation.
#include "vocabulary.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "shapes.h"

namespace dates {

namespace {

constexpr std::size_t longest_word = 24;
constexpr std::size_t most_classes = 64;

/// A word in small letters with ' for ’, in a buffer of its own.
class Folded {
public:
    explicit Folded(std::string_view written) {
        constexpr std::string_view curly = "\u2019";
        for (std::size_t i = 0; i < written.size(); ++i) {
            if (size_ == longest_word) {
                size_ = 0;
                return;
            }
            char c = written[i];
            if (c == curly.front() && written.substr(i, curly.size()) == curly) {
                c = '\'';
                i += curly.size() - 1;
            }
            text_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    /// Empty if the word is too long to be known.
    std::string_view text() const { return {text_.data(), size_}; }

private:
    std::array<char, longest_word> text_{};
    std::size_t size_ = 0;
};

std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = 2166136261U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash ^ (hash >> 15U);
}

/// What is compared first of a word: its ends up to case, and its length.
std::size_t outline(char first, char last, std::size_t size) {
    return (static_cast<unsigned char>(first) & 31U) << 10U | (static_cast<unsigned char>(last) & 31U) << 5U |
           (size & 31U);
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

}  // namespace

const Meaning* Word::meaning(std::uint8_t word_class) const {
    const auto found = std::find_if(meanings.begin(), meanings.end(),
                                    [&](const Meaning& meaning) { return meaning.word_class == word_class; });
    return found == meanings.end() ? nullptr : &*found;
}

Vocabulary::Vocabulary(std::string_view toml) : classes_(shape_names.begin(), shape_names.end()) {
    const toml::table table = toml::parse(toml);
    for (const auto& [name, node] : table) {
        const toml::table* words = node.as_table();
        if (words == nullptr || classes_.size() == most_classes) {
            throw std::runtime_error("vocabulary.toml: \"" + std::string(name.str()) +
                                     "\" is not a table of words, or there are more than 64 classes");
        }
        const auto word_class = static_cast<std::uint8_t>(classes_.size());
        classes_.emplace_back(name.str());
        for (const auto& [written, value] : *words) {
            Meaning meaning{word_class, is_capital(written.str().front()), 0, {}};
            meaning.number = static_cast<std::int32_t>(value.value<std::int64_t>().value_or(0));
            meaning.code = value.value<std::string>().value_or("");
            Word& word = entry(Folded(written.str()).text());
            word.classes |= bit_of(word_class);
            word.classes_in_lower |= meaning.needs_capital ? 0 : bit_of(word_class);
            word.meanings.push_back(std::move(meaning));
        }
    }
}

std::uint8_t Vocabulary::class_named(std::string_view name) const {
    const auto found = std::find(classes_.begin(), classes_.end(), name);
    if (found == classes_.end()) {
        throw std::runtime_error("there is no word class <" + std::string(name) + ">");
    }
    return static_cast<std::uint8_t>(found - classes_.begin());
}

std::uint32_t Vocabulary::literal(std::string_view text) {
    Word& word = entry(Folded(text).text());
    if (word.literal == 0) {
        word.literal = ++literals_;
    }
    return word.literal;
}

Word& Vocabulary::entry(std::string_view text) {
    if (text.empty()) {
        throw std::runtime_error("a word of the date rules is empty or too long");
    }
    const auto found = std::find_if(words_.begin(), words_.end(), [&](const Word& word) { return word.text == text; });
    if (found != words_.end()) {
        return *found;
    }
    words_.push_back({std::string(text), 0, 0, 0, {}});
    outlines_.set(outline(text.front(), text.back(), text.size()));
    if (text.find('\'') != std::string_view::npos) {
        outlines_.set(outline(text.front() == '\'' ? '\xE2' : text.front(), text.back() == '\'' ? '\x99' : text.back(),
                              text.size() + 2));
    }
    rehash();
    return words_.back();
}

void Vocabulary::rehash() {
    std::size_t size = slots_.size();
    const bool grows = size < words_.size() * 4;
    if (grows) {
        size = std::bit_ceil(words_.size() * 8);
        slots_.assign(size, 0);
    }
    for (std::size_t i = grows ? 0 : words_.size() - 1; i < words_.size(); ++i) {
        std::size_t at = hash_of(words_[i].text) & (size - 1);
        while (slots_[at] != 0) {
            at = (at + 1) & (size - 1);
        }
        slots_[at] = static_cast<std::uint32_t>(i + 1);
    }
}

const Word* Vocabulary::find(std::string_view written) const {
    if (written.size() > longest_word + 2) {
        return nullptr;
    }
    const bool dotted = written.size() > 1 && written.ends_with('.');
    if (!outlines_.test(outline(written.front(), written.back(), written.size()))) {
        return dotted ? find(written.substr(0, written.size() - 1)) : nullptr;
    }
    const Folded folded(written);
    const std::string_view text = folded.text();
    for (std::size_t at = hash_of(text) & (slots_.size() - 1); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
        const Word& word = words_[slots_[at] - 1];
        if (word.text == text) {
            return &word;
        }
    }
    return dotted ? find(written.substr(0, written.size() - 1)) : nullptr;
}

}  // namespace dates
