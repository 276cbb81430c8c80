#include "forms.h"

#include <algorithm>
#include <attache/utf8.hpp>

#include "letters.h"

namespace entities {

namespace {

/// As many as frequent words are, and what these need.
constexpr std::size_t most_forms = 32'768;
constexpr std::size_t most_bytes = 16 * most_forms;
/// Of what is looked at of a word of any length.
constexpr std::size_t longest_key = 64;

char shape_of(char c) {
    if (c >= 'a' && c <= 'z') {
        return 'x';
    }
    if (c >= 'A' && c <= 'Z') {
        return 'X';
    }
    if (c >= '0' && c <= '9') {
        return 'd';
    }
    return (c & 0x80) != 0 ? 'u' : c;
}

Hash shape_hash(std::string_view key) {
    std::array<char, 24> shape{};
    std::size_t size = 0;
    std::size_t run = 0;
    for (const char c : key) {
        const char s = shape_of(c);
        run = size > 0 && shape[size - 1] == s ? run + 1 : 0;
        if (run < 2 && size < shape.size()) {
            shape[size++] = s;
        }
    }
    return hashed({shape.data(), size});
}

void note_letters(std::string_view text, Form& form) {
    std::uint32_t length = 0;
    const char32_t first = code_point(text, 0, length);
    form.letters = is_letter(first);
    form.capital = form.letters && is_upper(first);
    form.digit = first >= '0' && first <= '9';
    form.ending = is_apostrophe(first) && text.size() > length;
    form.opening = text.size() == length && (first == '"' || first == U'\u201C' || first == ':' || first == '*');
}

bool is_determiner(std::string_view key) {
    constexpr std::string_view determiners[] = {"the",   "The", "these", "These", "their",
                                                "Their", "our", "Our",   "both",  "Both"};
    return std::find(std::begin(determiners), std::end(determiners), key) != std::end(determiners);
}

void note_capitals(std::string_view key, Form& form) {
    std::uint32_t capitals = 0;
    bool small = false;
    for (const char c : key.substr(0, longest_key)) {
        small = small || (c >= 'a' && c <= 'z');
        capitals += c >= 'A' && c <= 'Z';
    }
    form.all_capitals = form.capital && capitals >= 2 && !small;
    form.initial = form.capital && key.size() == 2 && key[1] == '.';
    form.capital_inside =
        capitals > 0 ||
        (key.size() > longest_key && std::any_of(key.begin(), key.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
}

/// Never empty: marks without a letter are the accents of none.
std::string plain_key(std::string_view text) {
    std::string key = without_accents(text);
    std::erase(key, ' ');
    return key.empty() ? std::string(text) : key;
}

void note_parts(std::string_view key, const SmallKey& small, Form& form) {
    form.lower = StringTable::code_of(small.text());
    form.suffix = small.suffix(3);
    form.shape = shape_hash(key.substr(0, longest_key));
}

}  // namespace

Form& Forms::learn(std::string_view text, Hash code) {
    places_.at(code) = static_cast<std::uint32_t>(size_);
    if (size_ % block == 0) {
        blocks_.push_back(std::make_unique<Form[]>(block));
    }
    Form& form = this->form(size_++);
    note_letters(text, form);
    const bool sign = !form.letters && !form.ending;
    const bool plain = sign || text.size() > longest_key || attache::utf8::is_ascii(text);
    form.key = plain ? keep(text) : keep(plain_key(text));
    form.code = plain ? code : StringTable::code_of(form.key);
    form.determiner = is_determiner(form.key);
    note_capitals(form.key, form);
    const SmallKey small(form.key);
    note_parts(form.key, small, form);
    form.cluster = clusters_.of(small.text());
    form.classes = form.letters ? lexicon_.classes(form.lower) : 0;
    form.number = number_of(form.code);
    form.in_small = form.lower == form.code ? form.number : number_of(form.lower);
    return form;
}

std::string_view Forms::keep(std::string_view text) {
    char* const kept = static_cast<char*>(texts_.allocate(text.size(), 1));
    std::copy(text.begin(), text.end(), kept);
    bytes_ += text.size();
    return {kept, text.size()};
}

std::uint32_t Forms::number_of(Hash code) {
    std::uint32_t& number = keys_.at(code);
    if (number == StringTable::none) {
        number = static_cast<std::uint32_t>(marks_.size());
        marks_.emplace_back();
    }
    return number;
}

void Forms::trim() {
    if (size_ > most_forms || bytes_ > most_bytes) {
        places_ = {};
        blocks_.clear();
        size_ = 0;
        texts_.release();
        bytes_ = 0;
        keys_ = {};
        marks_.clear();
    }
}

}  // namespace entities
