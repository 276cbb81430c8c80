// Compares persons' names part by part.
#include "person_name.h"

#include <algorithm>
#include <array>
#include <utility>

#include "letters.h"

namespace entities {

namespace {

constexpr std::pair<std::string_view, std::string_view> short_forms[] = {
    {"joe", "joseph"},     {"bill", "william"},   {"mike", "michael"},      {"jim", "james"},     {"tony", "anthony"},
    {"tom", "thomas"},     {"bob", "robert"},     {"ben", "benjamin"},      {"dan", "daniel"},    {"ed", "edward"},
    {"alex", "alexander"}, {"nick", "nicholas"},  {"chris", "christopher"}, {"steve", "stephen"}, {"dave", "david"},
    {"don", "donald"},     {"rob", "robert"},     {"sam", "samuel"},        {"tim", "timothy"},   {"will", "william"},
    {"andy", "andrew"},    {"greg", "gregory"},   {"ken", "kenneth"},       {"jeff", "jeffrey"},  {"chuck", "charles"},
    {"liz", "elizabeth"},  {"kate", "katherine"}, {"matt", "matthew"},      {"pete", "peter"}};

std::string_view long_form(std::string_view part) {
    for (const auto& [brief, full] : short_forms) {
        if (brief == part) {
            return full;
        }
    }
    return part;
}

bool is_initial(std::string_view part) {
    return part.size() == 2 && part[1] == '.';
}

bool same_part(std::string_view left, std::string_view right) {
    if (is_initial(left) != is_initial(right)) {
        return left[0] == right[0];
    }
    return left == right || long_form(left) == long_form(right);
}

bool has_initial(const PersonName& name) {
    return std::any_of(name.parts.begin(), name.parts.end(), [](const std::string& part) { return is_initial(part); });
}

/// `brief` has no part that `full` does not have in the same order.
bool holds(const PersonName& full, const PersonName& brief) {
    const bool strict = has_initial(brief);
    std::size_t next = 0;
    for (const std::string& part : full.parts) {
        if (next < brief.parts.size() && same_part(part, brief.parts[next])) {
            ++next;
        } else if (strict && is_initial(part)) {
            return false;  // "George H. W. Marsh" is not "George W. Marsh"
        }
    }
    return next == brief.parts.size();
}

}  // namespace

bool is_roman_number(std::string_view key) {
    return key.find_first_not_of("IVX") == key.npos;
}

std::string name_key(std::string_view word) {
    std::string key = lower_case(word);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> endings = {
        {{"iy", "y"}, {"yy", "y"}, {"ij", "y"}, {"ii", "y"}, {"ey", "ei"}}};
    constexpr std::size_t shortest = 5;
    if (key.size() < shortest || (key.back() != 'y' && key.back() != 'i' && key.back() != 'j')) {
        return key;
    }
    for (const auto& [ending, usual] : endings) {
        if (key.ends_with(ending)) {
            key.replace(key.size() - ending.size(), ending.size(), usual);
            break;
        }
    }
    return key;
}

PersonName person_name(const Words& words, const Mention& mention) {
    PersonName name;
    name.parts.reserve(mention.last - mention.first);
    for (std::uint32_t i = mention.first; i < mention.last; ++i) {
        const Word& word = words[i];
        const bool last = i > mention.first;
        if (last && (word.key == "Jr" || word.key == "Sr" || (is_roman_number(word.key) && !word.initial))) {
            name.suffix = name_key(word.key);
        } else if (word.letters && !word.is(Particle)) {
            name.parts.push_back(name_key(word.key));
        }
    }
    return name;
}

bool may_name_one(const PersonName& left, const PersonName& right) {
    if (!left.suffix.empty() && !right.suffix.empty() && left.suffix != right.suffix) {
        return false;
    }
    return left.parts.size() >= right.parts.size() ? holds(left, right) : holds(right, left);
}

}  // namespace entities
