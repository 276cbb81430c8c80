// Reads language.toml.
#include "language.h"

#include <toml++/toml.h>

#include <algorithm>
#include <stdexcept>

namespace sentences {

namespace {

constexpr std::size_t longest_abbreviation = 8;

void fill(Words& words, const toml::table& table, const char* path) {
    const toml::array* list = table.at_path(path).as_array();
    if (list == nullptr) {
        throw std::runtime_error(std::string("language.toml has no list \"") + path + "\"");
    }
    for (const toml::node& node : *list) {
        const auto word = node.value<std::string_view>();
        if (!word || word->empty()) {
            throw std::runtime_error(std::string("language.toml: \"") + path + "\" holds something that is not a word");
        }
        words.add(*word);
    }
    words.finish();
}

/// "MR" to "Mr"; anything that is not all ASCII capitals stays.
std::string from_capitals(std::string_view word) {
    std::string plain(word);
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (std::all_of(plain.begin(), plain.end(), capital)) {
        std::for_each(plain.begin() + 1, plain.end(), [](char& c) { c = static_cast<char>(c - 'A' + 'a'); });
    }
    return plain;
}

}  // namespace

void Words::add(std::string_view word) {
    by_letter_[static_cast<unsigned char>(word.front())].emplace_back(word);
}

void Words::finish() {
    for (auto& words : by_letter_) {
        std::sort(words.begin(), words.end());
    }
}

bool Words::contains(std::string_view word) const {
    if (word.empty()) {
        return false;
    }
    const auto& words = by_letter_[static_cast<unsigned char>(word.front())];
    return std::binary_search(words.begin(), words.end(), word, std::less<>());
}

Language::Language(std::string_view toml) {
    const toml::table table = toml::parse(toml);
    fill(never_, table, "abbreviation.never");
    fill(number_, table, "abbreviation.number");
    fill(starter_, table, "abbreviation.starter");
    fill(capital_, table, "abbreviation.capital");
    fill(starters_, table, "sentence.starters");
    fill(reporting_, table, "sentence.reporting");
    fill(domains_, table, "domain.labels");
}

Abbreviation Language::abbreviation(std::string_view word) const {
    if (word.size() > longest_abbreviation) {
        return Abbreviation::None;
    }
    const std::string plain = from_capitals(word);
    if (number_.contains(plain)) {
        return Abbreviation::Number;
    }
    if (never_.contains(plain)) {
        return Abbreviation::Never;
    }
    if (starter_.contains(word) || starter_.contains(plain)) {
        return Abbreviation::Starter;
    }
    return capital_.contains(plain) ? Abbreviation::Capital : Abbreviation::None;
}

}  // namespace sentences
