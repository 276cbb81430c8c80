// Greedy set cover.
#include "themes.h"

#include <algorithm>
#include <map>

#include "comparison.h"

namespace briefing {

namespace {

struct Group {
    std::string name;
    std::vector<std::size_t> facts;
    double weight = 0;
};

/// By form. A phrase weighs, for each fact, the more the earlier it stands among those of the document.
std::map<std::string, Group> groups_of(const std::vector<std::vector<std::string>>& themes,
                                       const std::vector<bool>& is_grouped, const std::vector<std::string>& but) {
    constexpr double place_costs = 0.05;
    std::map<std::string, Group> groups;
    for (std::size_t fact = 0; fact < themes.size(); ++fact) {
        for (std::size_t place = 0; place < themes[fact].size() && !is_grouped[fact]; ++place) {
            const std::string form = timeline::comparison_form(themes[fact][place]);
            if (std::find(but.begin(), but.end(), form) != but.end()) {
                continue;
            }
            Group& group = groups[form];
            group.name = group.name.empty() ? themes[fact][place] : group.name;
            if (group.facts.empty() || group.facts.back() != fact) {
                group.facts.push_back(fact);
                group.weight += 1 - place_costs * static_cast<double>(std::min<std::size_t>(place, 10));
            }
        }
    }
    return groups;
}

}  // namespace

std::vector<Theme> group_by_theme(const std::vector<std::vector<std::string>>& themes,
                                  const std::vector<std::string>& but) {
    std::vector<bool> is_grouped(themes.size(), false);
    std::vector<Theme> grouped;
    while (true) {
        const auto groups = groups_of(themes, is_grouped, but);
        const auto best = std::max_element(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
            return a.second.weight < b.second.weight;
        });
        if (best == groups.end() || best->second.facts.size() < 2) {
            break;
        }
        for (const std::size_t fact : best->second.facts) {
            is_grouped[fact] = true;
        }
        grouped.push_back({best->second.name, best->second.facts});
    }
    Theme others;
    for (std::size_t fact = 0; fact < themes.size(); ++fact) {
        if (!is_grouped[fact]) {
            others.facts.push_back(fact);
        }
    }
    if (!others.facts.empty()) {
        grouped.push_back(std::move(others));
    }
    return grouped;
}

}  // namespace briefing
