// Reads the lines of a fact pack.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts.h"

namespace entities {

/// The columns of a line are separated by tabs. A line is empty, a comment (# …), or one of
///
///     PERSON|OTHER NAME…  OFFICE  COUNTRY  FROM  TO  SOURCE
///     merge               NAME  OTHER NAME
///     never merge         NAME  OTHER NAME
///     add                 NAME|OTHER NAME…  TYPE  KIND  ID
///
/// COUNTRY is an ISO 3166-1 code ("KZ") or the id of an organisation ("org:UN"); FROM and TO are dates ("2023-04-03",
/// "2023-04", "2023") or empty; TYPE is PER, LOC, ORG or MISC; KIND and ID may be empty. What stands in brackets after
/// a person's name tells namesakes apart and is no part of the name: "Wang Yi (admiral)".
class FactReader {
public:
    FactReader(Facts& facts, const OfficeRoles& roles, std::string_view file)
        : facts_(facts), roles_(roles), file_(file) {}

    /// Throws std::runtime_error on the first wrong line.
    void read(std::string_view table);

private:
    void read_line();
    void read_term();
    void read_pair(std::vector<NamePair>& pairs);
    void read_addition();
    std::string body_of(std::string_view code) const;
    DayRange days_of(std::string_view from, std::string_view to) const;
    void need(std::size_t columns, const char* form) const;
    [[noreturn]] void wrong(const std::string& found, const std::string& right) const;
    std::string where() const { return std::string(file_) + ':' + std::to_string(line_); }
    /// Without the folder, so that documents do not depend on where a user keeps the file.
    std::string short_where() const { return where().substr(file_.rfind('/') + 1); }

    Facts& facts_;
    const OfficeRoles& roles_;
    std::string_view file_;
    std::size_t line_ = 0;
    std::vector<std::string_view> columns_;
};

}  // namespace entities
