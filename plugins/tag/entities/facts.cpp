// Keeps persons by the ends of their names and by family name.
#include "facts.h"

#include <algorithm>

#include "fact_reader.h"
#include "letters.h"
#include "lines.h"

namespace entities {

namespace {

/// "Wang Yi" of "Wang Yi (admiral)".
std::string_view without_brackets(std::string_view name) {
    const auto at = name.find(" (");
    return name.substr(0, at);
}

std::string id_of(const std::string& key) {
    std::string id = "person:" + key;
    std::replace(id.begin(), id.end(), ' ', '-');
    return id;
}

std::string_view first_word(std::string_view key) {
    return key.substr(0, key.find(' '));
}

std::string_view last_word(std::string_view key) {
    return key.substr(key.rfind(' ') + 1);
}

Hash code_of_ends(std::string_view key) {
    return mixed(hashed(first_word(key)), hashed(last_word(key)));
}

bool same_ends(std::string_view left, std::string_view right) {
    return first_word(left) == first_word(right) && last_word(left) == last_word(right);
}

bool has_middle(std::string_view key) {
    return key.find(' ') != key.rfind(' ');
}

/// One may leave the middle names out, but they may not differ. East Asian names have none.
bool same_name(const FactPerson& person, std::string_view key) {
    return std::any_of(person.keys.begin(), person.keys.end(), [&](const std::string& own) {
        return own == key || (!person.family_first && same_ends(own, key) && has_middle(own) != has_middle(key));
    });
}

/// "von der Leyen" of "ursula von der leyen".
bool is_family_name(const FactPerson& person, std::string_view key) {
    return std::any_of(person.keys.begin(), person.keys.end(), [&](const std::string& own) {
        if (own.size() <= key.size()) {
            return false;
        }
        return person.family_first ? own.starts_with(key) && own[key.size()] == ' '
                                   : own.ends_with(key) && own[own.size() - key.size() - 1] == ' ';
    });
}

}  // namespace

std::string person_key(std::string_view name) {
    const bool plain =
        std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const std::string made_plain = plain ? std::string() : without_accents(name);
    std::string key;
    key.reserve(name.size());
    for (const char c : plain ? name : made_plain) {
        const bool separates = c == ' ' || c == '-' || c == '\n' || c == '\t';
        const bool sign = c == '\'' || c == '.' || c == ',' || c == '(' || c == ')';
        if (separates && !key.empty() && key.back() != ' ') {
            key += ' ';
        } else if (!separates && !sign) {
            key += lower(c);
        }
    }
    return key.ends_with(' ') ? key.substr(0, key.size() - 1) : key;
}

FactPerson& Facts::person(std::string_view names) {
    std::vector<std::string> keys;
    for (Fields fields(names, '|'); fields.next();) {
        keys.push_back(person_key(fields.field()));
    }
    const auto new_number = static_cast<std::uint32_t>(persons_.size());
    const auto known = std::find_if(keys.begin(), keys.end(), [&](const auto& key) { return by_key_.contains(key); });
    const std::uint32_t number = known != keys.end() ? by_key_[*known] : new_number;
    if (number == new_number) {
        const std::string_view first = names.substr(0, names.find('|'));
        persons_.push_back({id_of(keys.front()), std::string(without_brackets(first)), {}, {}, false});
    }
    FactPerson& person = persons_[number];
    for (Fields fields(names, '|'); fields.next();) {
        by_key_.emplace(person_key(fields.field()), number);
        std::string key = person_key(without_brackets(fields.field()));
        if (std::find(person.keys.begin(), person.keys.end(), key) == person.keys.end()) {
            person.keys.push_back(std::move(key));
        }
    }
    return person;
}

void Facts::add_row(std::string row) {
    additions_.add(added_rows_.emplace_back(std::move(row)));
}

void Facts::add(std::string_view file, std::string_view table, const OfficeRoles& roles) {
    FactReader(*this, roles, file).read(table);
}

void Facts::build() {
    for (std::uint32_t number = 0; number < persons_.size(); ++number) {
        const auto enter = [&](Index& index, Hash code) {
            std::vector<std::uint32_t>& persons = index[code];
            if (persons.empty() || persons.back() != number) {
                persons.push_back(number);
            }
        };
        for (const std::string& key : persons_[number].keys) {
            enter(by_ends_, code_of_ends(key));
            enter(by_family_name_, hashed(persons_[number].family_first ? first_word(key) : last_word(key)));
        }
    }
    additions_.build();
}

std::vector<const FactPerson*> Facts::at(const Index& index, Hash code) const {
    std::vector<const FactPerson*> persons;
    if (const auto found = index.find(code); found != index.end()) {
        for (const std::uint32_t number : found->second) {
            persons.push_back(&persons_[number]);
        }
    }
    return persons;
}

std::vector<const FactPerson*> Facts::named(std::string_view key) const {
    std::vector<const FactPerson*> persons = at(by_ends_, code_of_ends(key));
    std::erase_if(persons, [&](const FactPerson* person) { return !same_name(*person, key); });
    return persons;
}

std::vector<const FactPerson*> Facts::with_family_name(std::string_view key) const {
    std::vector<const FactPerson*> persons = at(by_family_name_, hashed(last_word(key)));
    std::erase_if(persons, [&](const FactPerson* person) { return !is_family_name(*person, key); });
    return persons;
}

}  // namespace entities
