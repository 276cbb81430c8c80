// Greedy set cover.
#include "themes.h"

#include <algorithm>
#include <map>

#include "folding/comparison.h"

namespace briefing {

namespace {

constexpr double elsewhere = 0.5;  // what a phrase counts for a fact that does not have it in its text
constexpr double place_costs = 0.03;
constexpr std::size_t most_places = 10;
constexpr std::size_t first_phrases = 4;
constexpr std::size_t most_in_name = 3;
constexpr double shared_in_name = 0.6;  // of the facts of a theme, those that have a phrase of its name

struct Group {
    std::string phrase;
    std::vector<std::size_t> facts;
    double weight = 0;
};

using Groups = std::map<std::string, Group>;  ///< by form

Groups groups_of(const std::vector<Fact>& facts) {
    Groups groups;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const std::string text = ' ' + timeline::comparison_form(facts[i].text) + ' ';
        std::size_t place = 0;
        for (const std::string& phrase : facts[i].phrases) {
            const std::string form = timeline::comparison_form(phrase);
            const bool is_here = text.find(' ' + form + ' ') != text.npos;
            if (++place > first_phrases && !is_here) {
                continue;
            }
            Group& group = groups[form];
            group.phrase = group.phrase.empty() ? phrase : group.phrase;
            if (group.facts.empty() || group.facts.back() != i) {
                group.facts.push_back(i);
                group.weight +=
                    (is_here ? 1 : elsewhere) - place_costs * static_cast<double>(std::min(place, most_places));
            }
        }
    }
    return groups;
}

/// Those whose facts are not grouped yet, with these alone.
Groups among(const std::vector<Fact>& facts, const std::vector<bool>& is_grouped, const Groups& allowed) {
    std::vector<Fact> left = facts;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (is_grouped[i]) {
            left[i].phrases.clear();
        }
    }
    Groups groups = groups_of(left);
    std::erase_if(groups, [&](const auto& group) { return !allowed.contains(group.first); });
    return groups;
}

bool is_heavier(const Groups::value_type& a, const Groups::value_type& b) {
    return a.second.weight > b.second.weight;
}

/// The phrases that most facts of a group have, heaviest first.
std::string name_of(const Groups::value_type& best, const Groups& groups) {
    std::vector<const Groups::value_type*> shared;
    const auto least = shared_in_name * static_cast<double>(best.second.facts.size());
    for (const auto& group : groups) {
        std::vector<std::size_t> common;
        std::set_intersection(group.second.facts.begin(), group.second.facts.end(), best.second.facts.begin(),
                              best.second.facts.end(), std::back_inserter(common));
        if (group.first != best.first && common.size() >= 2 && static_cast<double>(common.size()) >= least) {
            shared.push_back(&group);
        }
    }
    std::stable_sort(shared.begin(), shared.end(), [](const auto* a, const auto* b) { return is_heavier(*a, *b); });
    std::string name = best.second.phrase;
    for (std::size_t i = 0; i < std::min(shared.size(), most_in_name - 1); ++i) {
        name += ", " + shared[i]->second.phrase;
    }
    return name;
}

}  // namespace

std::vector<Theme> group_by_theme(const std::vector<Fact>& facts, const std::vector<std::string>& but) {
    Groups allowed = groups_of(facts);
    std::erase_if(allowed, [&](const auto& group) {
        return 2 * group.second.facts.size() > facts.size() ||
               std::find(but.begin(), but.end(), group.first) != but.end();
    });
    std::vector<bool> is_grouped(facts.size(), false);
    std::vector<Theme> themes;
    while (true) {
        const Groups groups = among(facts, is_grouped, allowed);
        const auto best = std::min_element(groups.begin(), groups.end(), is_heavier);
        if (best == groups.end() || best->second.facts.size() < 2) {
            break;
        }
        for (const std::size_t fact : best->second.facts) {
            is_grouped[fact] = true;
        }
        themes.push_back({name_of(*best, groups), best->second.facts});
    }
    Theme others;
    for (std::size_t fact = 0; fact < facts.size(); ++fact) {
        if (!is_grouped[fact]) {
            others.facts.push_back(fact);
        }
    }
    if (!others.facts.empty()) {
        themes.push_back(std::move(others));
    }
    return themes;
}

}  // namespace briefing
