// rules.toml is part of the plugin, so a fault in it is reported and never passed over.
#include "rules.h"

#include <toml++/toml.h>

#include <attache/plugin.hpp>

namespace ingest_html {
namespace {

std::vector<std::string> texts(const toml::node_view<const toml::node>& node, const std::string& name) {
    std::vector<std::string> result;
    if (const toml::array* list = node.as_array()) {
        for (const toml::node& element : *list) {
            if (const auto text = element.value<std::string>()) {
                result.push_back(*text);
            }
        }
        if (!list->empty() && result.size() == list->size()) {
            return result;
        }
    }
    throw attache::Error("rules.toml: \"" + name + "\" has to be a list of texts");
}

Names names(const toml::table& table, const std::string& section, const std::string& key) {
    const std::vector<std::string> list = texts(table[section][key], section + "." + key);
    return {list.begin(), list.end()};
}

}  // namespace

Rules read_rules(std::string_view toml) try {
    const toml::table table = toml::parse(toml, std::string_view("rules.toml"));
    Rules rules;
    rules.silent = names(table, "elements", "silent");
    rules.block = names(table, "elements", "block");
    rules.drop_element = names(table, "elements", "drop");
    rules.drop_name = names(table, "names", "drop");
    rules.keep_name = names(table, "names", "keep");
    rules.openers = texts(table["phrases"]["openers"], "phrases.openers");
    rules.anywhere = texts(table["phrases"]["anywhere"], "phrases.anywhere");
    const toml::table* metadata = table["metadata"].as_table();
    if (metadata == nullptr) {
        throw attache::Error("rules.toml: there is no table \"metadata\"");
    }
    for (const auto& [field, places] : *metadata) {
        const std::string name(field.str());
        rules.metadata[name] = texts(table["metadata"][name], "metadata." + name);
    }
    return rules;
} catch (const toml::parse_error& error) {
    throw attache::Error("rules.toml, line " + std::to_string(error.source().begin.line) + ": " +
                         std::string(error.description()));
}

}  // namespace ingest_html
