// Brings the names of offices into one form and looks them up.
#include "office_roles.h"

#include <algorithm>
#include <array>

#include "letters.h"
#include "lines.h"

namespace entities {

namespace {

constexpr std::array<std::string_view, 4> past_words = {"former", "ex", "then", "late"};
/// Say nothing of which office it is.
constexpr std::array<std::string_view, 7> empty_words = {"the",     "acting",    "interim", "caretaker",
                                                         "current", "incumbent", "outgoing"};
/// An office with one of these is no mere profession.
constexpr std::array<std::string_view, 5> telling_words = {"minister", "president", "premier", "secretary", "king"};

template <class List>
bool has(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// In lower case, with spaces for hyphens and "of" for "for".
std::vector<std::string> words_of(std::string_view office) {
    std::string plain = without_accents(office);
    for (char& c : plain) {
        c = c == '-' ? ' ' : lower(c);
    }
    std::vector<std::string> words;
    for (Fields fields(plain, ' '); fields.next();) {
        const std::string_view word = fields.field();
        if (!word.empty()) {
            words.emplace_back(word == "for" ? "of" : word);
        }
    }
    return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
        text += (i == begin ? "" : " ") + words[i];
    }
    return text;
}

}  // namespace

void OfficeRoles::add(std::string_view table) {
    for (Fields rows(table, '\n'); rows.next();) {
        const std::string_view row = rows.field();
        const auto tab = row.find('\t');
        if (row.empty() || row.front() == '#' || tab == row.npos) {
            continue;
        }
        for (Fields names(row.substr(tab + 1), '|'); names.next();) {
            role_of_.emplace(names.field(), row.substr(0, tab));
        }
    }
}

Roles OfficeRoles::roles_of(std::string_view office) const {
    Roles roles;
    std::vector<std::string> words = words_of(office);
    roles.past = std::any_of(words.begin(), words.end(), [](const auto& word) { return has(past_words, word); });
    std::erase_if(words, [](const auto& word) { return has(past_words, word) || has(empty_words, word); });
    const auto add = [&](std::size_t begin, std::size_t end) {
        const auto known = role_of_.find(joined(words, begin, end));
        roles.telling = roles.telling || known != role_of_.end() || has(telling_words, words[end - 1]) ||
                        has(telling_words, words[begin]);
        roles.all.push_back(known != role_of_.end() ? known->second : joined(words, begin, end));
    };
    // "Minister of Foreign Affairs and Trade" is one office, "Prime Minister and Minister of Defence" are two.
    if (!words.empty() && role_of_.contains(joined(words, 0, words.size()))) {
        add(0, words.size());
        return roles;
    }
    for (std::size_t begin = 0; begin < words.size();) {
        const auto end = static_cast<std::size_t>(
            std::find(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end(), "and") - words.begin());
        if (end > begin) {
            add(begin, end);
        }
        begin = end + 1;
    }
    return roles;
}

}  // namespace entities
