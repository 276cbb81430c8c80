// Names of countries and of those that act for them.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_set>

#include "words/small_table.h"

namespace events {

/// Country names and the names of those that act for a country. Const after loading; may be used by many threads.
class ActorNames {
public:
    /// actors.tsv, and the gazetteer of countries; both are kept by reference. Throws std::runtime_error.
    ActorNames(std::string_view actors, std::string_view countries);

    /// The country of a name in lower case: of the whole name, or of a country named in it; empty if there is none.
    std::string_view country_of(std::string_view name) const;
    /// The country of the whole name only: "bosnian serb".
    std::string_view country_of_whole(std::string_view name) const;
    /// The country of a person by the whole name or the last word of it; empty if there is none.
    std::string_view country_of_person(std::string_view name) const;
    /// Whether a city stands for no country, as "Brussels" does.
    bool is_of_none(std::string_view name) const { return of_none_.contains(name); }

private:
    words::SmallTable<std::string_view> countries_;
    words::SmallTable<std::string_view> codes_;  ///< with those who act for countries
    std::unordered_set<std::string_view> of_none_;
    std::deque<std::string> texts_;
};

}  // namespace events
