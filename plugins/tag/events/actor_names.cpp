#include "actor_names.h"

#include <algorithm>

#include "words/table.h"
#include "words/words.h"

namespace events {

ActorNames::ActorNames(std::string_view actors, std::string_view countries) {
    words::each_row(countries, "countries.tsv", 4, [&](const words::TableRow& row) {
        constexpr std::string_view prefix = "country:";
        const bool names_it = row.columns[2] == "country" || row.columns[2] == "nationality";
        if (row.columns[0].starts_with(prefix) && names_it) {
            for (const std::string_view name : words::parts(row.columns[3], '|')) {
                std::string_view& code = countries_[texts_.emplace_back(words::lower_case(name))];
                code = code.empty() ? row.columns[0].substr(prefix.size()) : code;
            }
        }
    });
    codes_ = countries_;
    words::each_row(actors, "actors.tsv", 2, [&](const words::TableRow& row) {
        for (const std::string_view name : words::parts(row.columns[1], '|')) {
            if (row.columns[0] == "-") {
                of_none_.insert(name);
            } else {
                codes_[name] = row.columns[0];
            }
        }
    });
}

std::string_view ActorNames::country_of(std::string_view name) const {
    if (const std::string_view* whole = codes_.find(name)) {
        return *whole;
    }
    // Two words before one: "south korean army".
    for (auto begin = std::size_t{0}; begin < name.size();) {
        const auto space = std::min(name.find(' ', begin), name.size());
        const auto second = space < name.size() ? std::min(name.find(' ', space + 1), name.size()) : space;
        for (const auto end : {second, space}) {
            std::string_view part = name.substr(begin, end - begin);
            part.remove_suffix(part.ends_with("'s") ? 2 : 0);
            if (const std::string_view* country = countries_.find(part)) {
                return *country;
            }
        }
        begin = space + 1;
    }
    return {};
}

std::string_view ActorNames::country_of_whole(std::string_view name) const {
    const std::string_view* whole = codes_.find(name);
    return whole == nullptr ? std::string_view() : *whole;
}

std::string_view ActorNames::country_of_person(std::string_view name) const {
    const std::string_view* found = codes_.find(name);
    const std::string_view* surname = found == nullptr ? codes_.find(name.substr(name.rfind(' ') + 1)) : found;
    return surname == nullptr ? std::string_view() : *surname;
}

}  // namespace events
