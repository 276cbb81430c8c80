// What is added stands in brackets, in which a quotation too may hold what is not its own.
#include "introductions.h"

#include <algorithm>
#include <map>

namespace summarize {
namespace {

/// What the mention lacks of a fuller one: "Wang [Yi]" behind a family name that comes first, "[Ana] Quiroga" before
/// one that comes last.
Insertion rest_of(const Person& person, std::string_view fuller) {
    const std::string_view part = person.part;
    if (part.empty() || part.size() + 1 >= fuller.size()) {
        return {};
    }
    const std::size_t rest = fuller.size() - part.size() - 1;
    if (fuller.ends_with(part) && fuller[rest] == ' ') {
        return {person.start, "[" + std::string(fuller.substr(0, rest)) + "] "};
    }
    if (fuller.starts_with(part) && fuller[part.size()] == ' ') {
        const auto end = person.start + static_cast<std::uint32_t>(part.size());
        return {end, " [" + std::string(fuller.substr(part.size() + 1)) + "]"};
    }
    return {};
}

}  // namespace

std::vector<Introduction> introductions_of(const std::vector<Person>& persons) {
    std::vector<Introduction> introductions;
    std::map<std::string_view, std::string_view> fullest;  // mention so far, by person
    for (const Person& person : persons) {
        const auto first = std::find_if(introductions.rbegin(), introductions.rend(), [&](const Introduction& before) {
            return before.sentence != person.sentence || before.person == person.name;
        });
        std::string_view& fuller = fullest[person.id];
        if (first == introductions.rend() || first->sentence != person.sentence) {
            introductions.push_back({person.sentence, person.name, rest_of(person, fuller)});
        }
        fuller = person.part.size() > fuller.size() ? person.part : fuller;
    }
    return introductions;
}

std::span<const Introduction> introductions_in(const std::vector<Introduction>& introductions, std::uint32_t sentence) {
    const auto [first, last] =
        std::equal_range(introductions.begin(), introductions.end(), Introduction{sentence, {}, {}},
                         [](const Introduction& a, const Introduction& b) { return a.sentence < b.sentence; });
    return {first, last};
}

}  // namespace summarize
