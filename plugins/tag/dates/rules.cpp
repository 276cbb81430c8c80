// Reads rules.toml.
#include "rules.h"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace dates {

namespace {

std::optional<Slot> slot_named(std::string_view name) {
    const auto found = std::find(slot_names.begin() + 1, slot_names.end(), name);
    return found == slot_names.end() ? std::nullopt : std::optional(static_cast<Slot>(found - slot_names.begin()));
}

Operation operation_named(std::string_view name) {
    constexpr std::array<std::string_view, 9> names = {"none", "date", "shift",   "focus",  "duration",
                                                       "set",  "ref",  "foreign", "unclear"};
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        throw std::runtime_error("there is no meaning \"" + std::string(name) + "\"");
    }
    return static_cast<Operation>(found - names.begin());
}

/// "<a>", "12" or "START".
Sense::Given given_of(std::string_view text) {
    Sense::Given given;
    if (text.starts_with('<') && text.ends_with('>')) {
        const auto slot = slot_named(text.substr(1, text.size() - 2));
        if (!slot) {
            throw std::runtime_error("there is no slot " + std::string(text));
        }
        given.from = *slot;
        return given;
    }
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size()) {
        given.number = number;
    }
    given.text = text;
    return given;
}

/// "shift unit=day number=<a> sign=-1"
Sense sense_of(std::string_view text) {
    Sense sense;
    bool first = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (first) {
            sense.operation = operation_named(word);
            first = false;
            continue;
        }
        const std::size_t equals = word.find('=');
        const auto slot = slot_named(word.substr(0, equals));
        if (!slot || equals == std::string_view::npos) {
            throw std::runtime_error("\"" + std::string(word) + "\" is not of the form slot=value");
        }
        sense.given[static_cast<std::size_t>(*slot)] = given_of(word.substr(equals + 1));
    }
    return sense;
}

std::uint8_t slot_number(std::string_view name, bool required) {
    const auto slot = slot_named(name);
    if (!slot && required) {
        throw std::runtime_error("there is no slot \"" + std::string(name) + "\"");
    }
    return static_cast<std::uint8_t>(slot.value_or(Slot::None));
}

const toml::table& table_in(const toml::table& table, const char* name) {
    const toml::table* found = table[name].as_table();
    if (found == nullptr) {
        throw std::runtime_error(std::string("rules.toml has no table [") + name + "]");
    }
    return *found;
}

/// The words of one rule: pattern, then one meaning for each annotation.
std::vector<std::string_view> words_of(const toml::node& node) {
    std::vector<std::string_view> words;
    if (const toml::array* row = node.as_array()) {
        for (const toml::node& cell : *row) {
            words.push_back(cell.value<std::string_view>().value_or(""));
        }
    }
    if (words.size() < 2) {
        throw std::runtime_error("a rule is [pattern, meaning] or [pattern, meaning, meaning]");
    }
    return words;
}

std::vector<const toml::array*> groups_in_file_order(const toml::table& table) {
    std::vector<const toml::array*> groups;
    for (const auto& [name, node] : table) {
        const toml::array* rows = node.as_array();
        if (rows == nullptr) {
            throw std::runtime_error("rules.toml: group \"" + std::string(name.str()) + "\" is not a list of rules");
        }
        groups.push_back(rows);
    }
    std::sort(groups.begin(), groups.end(), [](const toml::array* a, const toml::array* b) {
        return a->source().begin.line < b->source().begin.line;
    });
    return groups;
}

}  // namespace

Rules::Rules(std::string_view rules_toml, std::string_view vocabulary_toml) : vocabulary_(vocabulary_toml) {
    const toml::table table = toml::parse(rules_toml);
    const toml::table& parts = table_in(table, "parts");
    const PatternNames names{vocabulary_,
                             [&](std::string_view name) {
                                 const auto text = parts[name].value<std::string_view>();
                                 if (!text) {
                                     throw std::runtime_error("there is no part {" + std::string(name) + "}");
                                 }
                                 return *text;
                             },
                             slot_number};
    for (const toml::array* group : groups_in_file_order(table_in(table, "rules"))) {
        for (const toml::node& row : *group) {
            try {
                add(words_of(row), names);
            } catch (const std::runtime_error& error) {
                throw std::runtime_error("rules.toml, line " + std::to_string(row.source().begin.line) + ": " +
                                         error.what());
            }
        }
    }
    matcher_.finish(vocabulary_.literal_count());
}

void Rules::add(const std::vector<std::string_view>& words, const PatternNames& names) {
    std::vector<Sense> senses;
    for (std::size_t word = 1; word < words.size(); ++word) {
        senses.push_back(sense_of(words[word]));
    }
    for (const Sequence& sequence : compile_pattern(words[0], names)) {
        const auto opened =
            std::count_if(sequence.steps.begin(), sequence.steps.end(), [](const Step& step) { return step.opens; });
        if (static_cast<std::size_t>(opened) != senses.size()) {
            throw std::runtime_error("needs one meaning for each pair of brackets");
        }
        matcher_.add(sequence, static_cast<std::uint32_t>(rules_.size()));
    }
    rules_.push_back(std::move(senses));
}

}  // namespace dates
