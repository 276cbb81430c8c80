// Reads the word lists and looks words up in them.
#include "lexicon.hpp"

#include <array>
#include <stdexcept>
#include <utility>

#include "lines.hpp"

namespace entities {

namespace {

constexpr std::pair<std::string_view, Class> class_names[] = {
    {"stop", stop},           {"common", common},     {"calendar", calendar},     {"notname", notname},
    {"portfolio", portfolio}, {"office", office},     {"modifier", modifier},     {"officetail", officetail},
    {"title", title},         {"say", say},           {"abbreviation", abbreviation}, {"orghead", orghead},
    {"orgtail", orgtail},     {"mischead", mischead}, {"lochead", lochead},       {"locfirst", locfirst},
    {"particle", particle},   {"place", place},       {"family", family},         {"given", given},
    {"surname", surname},     {"direction", direction}, {"thing", thing},
};

std::uint32_t class_named(std::string_view name) {
    for (const auto& [known, bits] : class_names) {
        if (known == name) {
            return bits;
        }
    }
    throw std::runtime_error("word list: unknown class \"" + std::string(name) + "\"");
}

}  // namespace

void Lexicon::add_word(std::string_view word, std::uint32_t bits) { words_[word] |= bits; }

void Lexicon::add(std::string_view table) {
    words_.reserve(words_.size() + table.size() / 8);
    for (Fields rows(table, '\n'); rows.next();) {
        const std::string_view row = rows.field();
        const auto tab = row.find('\t');
        if (row.empty() || row.front() == '#' || tab == row.npos) {
            continue;
        }
        const std::uint32_t bits = class_named(row.substr(0, tab));
        for (Fields words(row.substr(tab + 1), ' '); words.next();) {
            add_word(words.field(), bits);
        }
    }
}

std::uint32_t Lexicon::classes(std::string_view word) const {
    std::array<char, 32> lower{};
    if (word.size() > lower.size()) {
        return 0;
    }
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    const auto found = words_.find(std::string_view(lower.data(), word.size()));
    return found == words_.end() ? 0 : found->second;
}

}  // namespace entities
