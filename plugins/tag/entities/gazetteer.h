// Names known beforehand: finds the longest one that begins at a word.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "string_table.h"
#include "words.h"

namespace entities {

enum class Type : std::uint8_t { None, Person, Place, Organisation, Other };

/// "PER", "LOC", "ORG", "MISC".
std::string_view label(Type type);

struct Entry {
    Type type = Type::None;
    std::string_view kind;
    std::string_view id;     ///< empty if the thing has none
    std::string_view name;   ///< canonical
    std::string_view place;  ///< what the row says of where it is: location_of reads it
};

struct Found {
    const Entry* entry = nullptr;
    std::size_t last = 0;  ///< past its last word
    explicit operator bool() const { return entry != nullptr; }
};

/// Refers to the tables it was filled from.
class Gazetteer {
public:
    /// Adds the rows "id TAB type TAB kind TAB name|other names" of a table, with the columns of a Location after them
    /// where that is known. Of equal names the one added first counts. Throws std::runtime_error on a malformed row.
    void add(std::string_view table);

    /// Call once after the last `add`.
    void build();

    /// The longest name that begins at word `first` and ends by word `last`.
    Found longest(const Words& words, std::size_t first, std::size_t last) const;

    /// Everything that has just this name, the one that counts first.
    std::vector<const Entry*> named(const Words& words, std::size_t first, std::size_t last) const;

    /// The first entry with this id; null if there is none.
    const Entry* by_id(std::string_view id) const;

private:
    struct Alias {
        std::string_view first;
        std::string_view rest;
        std::uint32_t entry;
        bool last;  ///< of those that begin with one word
    };

    void add_row(std::string_view row);
    void add_alias(std::string_view name, std::uint32_t entry);
    const Alias* beginning_with(Hash code) const;
    static const Alias* next(const Alias* alias) { return alias->last ? nullptr : alias + 1; }
    Found longest_of(Hash code, const Words& words, Range range, bool any_case) const;
    void add_named(Hash code, const Words& words, Range range, bool any_case, std::vector<const Entry*>& found) const;

    std::vector<Entry> entries_;
    std::vector<Alias> aliases_;
    StringTable by_first_;  ///< the first of the aliases that begin with a word
    StringTable by_id_;
};

}  // namespace entities
