// Who held which office when, and what users say of names: the rows of fact packs.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "day_range.h"
#include "gazetteer.h"
#include "hashing.h"
#include "office_roles.h"

namespace entities {

/// One row "person, office, country, from, to, source".
struct Term {
    std::string office;  ///< as the row has it
    Roles roles;
    std::string of;     ///< id of the country or organisation
    DayRange days;      ///< of the office; far away where the row leaves an end open
    std::string where;  ///< "FILE:LINE"
};

struct FactPerson {
    std::string id;
    std::string name;
    std::vector<std::string> keys;  ///< forms of the name, as `person_key` makes them
    std::vector<Term> terms;
    bool family_first = false;  ///< the family name stands first, as in Chinese
};

/// Two names of which a user says that they are, or are never, one thing.
struct NamePair {
    std::string one;
    std::string other;
};

/// A name in lower case, without accents and signs, its parts joined by one space.
std::string person_key(std::string_view name);

class Facts {
public:
    /// Adds a pack; `file` is for messages. Of a name the first rows made decide on the form to show. Throws
    /// std::runtime_error that names file, line, what was found and what would be right.
    void add(std::string_view file, std::string_view table, const OfficeRoles& roles);
    /// Call once after the last `add`.
    void build();

    /// Persons of this full name, in the form of `person_key`, middle names apart.
    std::vector<const FactPerson*> named(std::string_view key) const;
    /// Persons of this family name, in that form.
    std::vector<const FactPerson*> with_family_name(std::string_view key) const;

    const std::vector<NamePair>& merges() const { return merges_; }
    const std::vector<NamePair>& never_merges() const { return never_merges_; }
    /// The names that users added. Empty if there are none.
    const Gazetteer& additions() const { return additions_; }
    bool has_additions() const { return !added_rows_.empty(); }

private:
    friend class FactReader;
    using Index = std::unordered_map<Hash, std::vector<std::uint32_t>>;  // by the code of a part of names

    /// The person of whom one of these names is known already, else a new one.
    FactPerson& person(std::string_view names);
    void add_row(std::string row);
    std::vector<const FactPerson*> at(const Index& index, Hash code) const;

    std::deque<FactPerson> persons_;
    std::unordered_map<std::string, std::uint32_t> by_key_;  ///< brackets included
    Index by_ends_;
    Index by_family_name_;
    std::vector<NamePair> merges_;
    std::vector<NamePair> never_merges_;
    std::deque<std::string> added_rows_;  ///< in the gazetteer's form, which refers to them
    Gazetteer additions_;
};

}  // namespace entities
