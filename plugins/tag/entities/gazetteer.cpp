// Loads the gazetteer's tables and matches names word by word.
#include "gazetteer.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "letters.h"
#include "lines.h"

namespace entities {

namespace {

Type type_named(std::string_view name) {
    for (const Type type : {Type::Person, Type::Place, Type::Organisation, Type::Other}) {
        if (label(type) == name) {
            return type;
        }
    }
    throw std::runtime_error("gazetteer: unknown type \"" + std::string(name) + "\"");
}

bool is_separator(char c) {
    return c == ' ' || c == '-' || c == ',' || c == '/' || c == '+';
}

/// The first word of a name; "U.S." is one, the stop of "St." is not part of it.
std::size_t first_word(std::string_view name) {
    std::size_t at = 0;
    while (at < name.size() && !is_separator(name[at])) {
        ++at;
    }
    return at > 2 && name[at - 1] == '.' && name[at - 3] != '.' ? at - 1 : at;
}

/// "Beijing" for "BEIJING", "N'Djamena" for "N'DJAMENA".
std::string titled(std::string_view key) {
    std::string text(key);
    const std::ptrdiff_t kept = key.size() > 2 && key[1] == '\'' ? 3 : 1;
    std::transform(text.begin() + kept, text.end(), text.begin() + kept, lower);
    return text;
}

bool same(std::string_view left, std::string_view right, bool any_case) {
    return any_case ? std::equal(left.begin(), left.end(), right.begin(), right.end(),
                                 [](char a, char b) { return lower(a) == lower(b); })
                    : !left.empty() && left.front() == right.front() && left == right;
}

/// Whether the text's next word begins as `rest` goes on: a quick look, as many names begin with one word.
bool may_go_on(std::string_view rest, const Word& next, bool any_case) {
    const std::size_t space = rest.front() == ' ' ? 1 : 0;
    return next.glued != (space == 1) && rest.size() > space &&
           (any_case ? lower(rest[space]) == lower(next.key[0]) : rest[space] == next.key[0]);
}

/// Past the last word that `rest`, the name after its first word, matches from word `at` on; 0 if it does not.
std::size_t match(std::string_view rest, const Words& words, Range range, bool any_case) {
    std::size_t at = range.begin;
    while (!rest.empty()) {
        const bool space = rest.front() == ' ';
        if (space) {
            rest.remove_prefix(1);
        }
        if (at >= range.end || words[at].glued == space ||
            !same(rest.substr(0, words[at].key.size()), words[at].key, any_case)) {
            return 0;
        }
        rest.remove_prefix(words[at].key.size());
        if (words[at].letters && !rest.empty() && !is_separator(rest.front()) && rest.front() != '.') {
            return 0;
        }
        ++at;
    }
    return at;
}

}  // namespace

std::string_view label(Type type) {
    constexpr std::array<std::string_view, 5> labels = {"", "PER", "LOC", "ORG", "MISC"};
    return labels[static_cast<std::size_t>(type)];
}

void Gazetteer::add(std::string_view table) {
    for (Fields rows(table, '\n'); rows.next();) {
        if (!rows.field().empty() && rows.field().front() != '#') {
            add_row(rows.field());
        }
    }
}

void Gazetteer::add_row(std::string_view row) {
    std::array<std::string_view, 4> columns;
    std::size_t count = 0;
    Fields fields(row, '\t');
    for (; count < columns.size() && fields.next(); ++count) {
        columns[count] = fields.field();
    }
    if (count != columns.size()) {
        throw std::runtime_error("gazetteer: a row has " + std::to_string(count) + " columns instead of 4");
    }
    Entry entry{type_named(columns[1]), columns[2], columns[0], {}, fields.rest()};
    Fields names(columns[3], '|');
    names.next();
    entry.name = names.field();
    const auto number = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(entry);
    if (std::uint32_t& first = by_id_.at(entry.id); first == StringTable::none) {
        first = number;
    }
    // The first name of a country's nationality row is the country.
    const bool nationality_of_country = entry.type == Type::Other && entry.id.starts_with("country:");
    if (!nationality_of_country) {
        add_alias(entry.name, number);
    }
    while (names.next()) {
        add_alias(names.field(), number);
    }
}

void Gazetteer::add_alias(std::string_view name, std::uint32_t entry) {
    const std::size_t cut = first_word(name);
    aliases_.push_back({name.substr(0, cut), name.substr(cut), entry, false});
}

void Gazetteer::build() {
    std::stable_sort(aliases_.begin(), aliases_.end(), [](const Alias& left, const Alias& right) {
        return left.first != right.first ? left.first < right.first : left.rest.size() > right.rest.size();
    });
    for (std::uint32_t i = 0; i < aliases_.size(); ++i) {
        if (i == 0 || aliases_[i - 1].last) {
            by_first_.at(aliases_[i].first) = i;
        }
        aliases_[i].last = i + 1 == aliases_.size() || aliases_[i + 1].first != aliases_[i].first;
    }
}

Found Gazetteer::longest(const Words& words, std::size_t first, std::size_t last) const {
    const Word& word = words[first];
    const bool upper = words.sentences()[word.sentence].casing == Casing::Upper;
    const Range rest{static_cast<std::uint32_t>(first + 1), static_cast<std::uint32_t>(last)};
    Found found = longest_of(word.code, words, rest, upper);
    // "BEIJING" in a dateline, and any name in a headline of capitals.
    constexpr std::size_t shortest_shouted = 4;
    if (!found && word.all_capitals && (upper || word.key.size() >= shortest_shouted)) {
        found = longest_of(StringTable::code_of(titled(word.key)), words, rest, true);
        if (found && !upper && found.entry->type != Type::Place) {
            found = {};
        }
    }
    return found;
}

const Gazetteer::Alias* Gazetteer::beginning_with(Hash code) const {
    const std::uint32_t number = by_first_.find(code);
    return number == StringTable::none ? nullptr : &aliases_[number];
}

Found Gazetteer::longest_of(Hash code, const Words& words, Range range, bool any_case) const {
    for (const Alias* alias = beginning_with(code); alias != nullptr; alias = next(alias)) {
        if (alias->rest.empty()) {
            return {&entries_[alias->entry], range.begin};
        }
        if (range.begin >= range.end || !may_go_on(alias->rest, words[range.begin], any_case)) {
            continue;
        }
        if (const std::size_t last = match(alias->rest, words, range, any_case); last != 0) {
            return {&entries_[alias->entry], last};
        }
    }
    return {};
}

std::vector<const Entry*> Gazetteer::named(const Words& words, std::size_t first, std::size_t last) const {
    const Range rest{static_cast<std::uint32_t>(first + 1), static_cast<std::uint32_t>(last)};
    std::vector<const Entry*> found;
    add_named(words[first].code, words, rest, false, found);
    if (found.empty() && words[first].all_capitals) {
        add_named(StringTable::code_of(titled(words[first].key)), words, rest, true, found);
    }
    return found;
}

const Entry* Gazetteer::by_id(std::string_view id) const {
    const std::uint32_t number = by_id_.find(id);
    return number == StringTable::none ? nullptr : &entries_[number];
}

void Gazetteer::add_named(Hash code, const Words& words, Range range, bool any_case,
                          std::vector<const Entry*>& found) const {
    const bool one_word = range.begin == range.end;
    for (const Alias* alias = beginning_with(code); alias != nullptr; alias = next(alias)) {
        if (alias->rest.empty() != one_word || (!one_word && match(alias->rest, words, range, any_case) != range.end)) {
            continue;
        }
        const Entry* entry = &entries_[alias->entry];
        if (std::find(found.begin(), found.end(), entry) == found.end()) {
            found.push_back(entry);
        }
    }
}

}  // namespace entities
