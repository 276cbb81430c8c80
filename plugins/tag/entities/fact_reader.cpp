// Checks each line of a fact pack and enters it.
#include "fact_reader.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "letters.h"
#include "lines.h"

namespace entities {

namespace {

constexpr const char* term_form = "PERSON, OFFICE, COUNTRY, FROM, TO, SOURCE";
constexpr const char* pair_form = "merge or never merge, NAME, OTHER NAME";
constexpr const char* addition_form = "add, NAME, TYPE, KIND, ID";

std::string quoted(std::string_view text) {
    return '"' + std::string(text) + '"';
}

bool is_country_code(std::string_view code) {
    return code.size() == 2 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

void FactReader::read(std::string_view table) {
    for (Fields lines(table, '\n'); lines.next();) {
        ++line_;
        std::string_view line = lines.field();
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.empty() || line.front() == '#') {
            continue;
        }
        columns_.clear();
        for (Fields fields(line, '\t'); fields.next();) {
            columns_.push_back(fields.field());
        }
        read_line();
    }
}

void FactReader::read_line() {
    if (columns_[0] == "merge") {
        read_pair(facts_.merges_);
    } else if (columns_[0] == "never merge") {
        read_pair(facts_.never_merges_);
    } else if (columns_[0] == "add") {
        read_addition();
    } else {
        read_term();
    }
}

void FactReader::read_term() {
    need(6, term_form);
    if (columns_[0].empty() || columns_[1].empty()) {
        wrong("a row without a person or an office", term_form);
    }
    FactPerson& person = facts_.person(columns_[0]);
    Term term{std::string(columns_[1]), roles_.roles_of(columns_[1]), body_of(columns_[2]),
              days_of(columns_[3], columns_[4]), short_where()};
    constexpr std::array<std::string_view, 6> family_first = {"CN", "HK", "TW", "KR", "KP", "VN"};
    if (person.terms.empty()) {
        person.family_first = std::find(family_first.begin(), family_first.end(), columns_[2]) != family_first.end();
    }
    person.terms.push_back(std::move(term));
}

void FactReader::read_pair(std::vector<NamePair>& pairs) {
    need(3, pair_form);
    if (columns_[1].empty() || columns_[2].empty() || columns_[1] == columns_[2]) {
        wrong("the names " + quoted(columns_[1]) + " and " + quoted(columns_[2]), "two different names");
    }
    pairs.push_back({std::string(columns_[1]), std::string(columns_[2])});
}

void FactReader::read_addition() {
    need(5, addition_form);
    if (columns_[1].empty()) {
        wrong("no name", addition_form);
    }
    constexpr std::array<std::string_view, 4> types = {"PER", "LOC", "ORG", "MISC"};
    if (std::find(types.begin(), types.end(), columns_[2]) == types.end()) {
        wrong("type " + quoted(columns_[2]), "PER, LOC, ORG or MISC");
    }
    std::string row(columns_[4]);
    row.append("\t").append(columns_[2]).append("\t").append(columns_[3]).append("\t").append(columns_[1]);
    // Texts are matched without their accents.
    row.append("|").append(without_accents(columns_[1]));
    facts_.add_row(std::move(row));
}

std::string FactReader::body_of(std::string_view code) const {
    if (is_country_code(code)) {
        return "country:" + std::string(code);
    }
    if (code.find(':') == code.npos || code.ends_with(':')) {
        wrong("country " + quoted(code),
              "an ISO 3166-1 code such as \"KZ\", or the id of an organisation such as "
              "\"org:UN\"");
    }
    return std::string(code);
}

DayRange FactReader::days_of(std::string_view from, std::string_view to) const {
    using std::chrono::sys_days;
    using std::chrono::year;
    DayRange days{sys_days(year(1) / 1 / 1), sys_days(year(9999) / 12 / 31)};
    for (const std::string_view text : {from, to}) {
        if (!text.empty() && (!day_range(text) || text.size() > 10)) {
            wrong("date " + quoted(text), "a date such as \"2023-04-03\", \"2023-04\" or \"2023\", or nothing");
        }
    }
    if (!from.empty()) {
        days.first = day_range(from)->first;
    }
    if (!to.empty()) {
        days.last = day_range(to)->last;
    }
    if (days.last < days.first) {
        wrong("an office from " + quoted(from) + " to " + quoted(to), "an end that is not before the beginning");
    }
    return days;
}

void FactReader::need(std::size_t columns, const char* form) const {
    if (columns_.size() != columns) {
        wrong("a line that begins with " + quoted(columns_[0]) + " and has " + std::to_string(columns_.size()) +
                  (columns_.size() == 1 ? " column" : " columns"),
              std::to_string(columns) + " separated by tabs: " + form);
    }
}

void FactReader::wrong(const std::string& found, const std::string& right) const {
    throw std::runtime_error(where() + ": there is " + found + "; right would be " + right);
}

}  // namespace entities
