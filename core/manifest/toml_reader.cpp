#include "manifest/toml_reader.h"

namespace attache::core {

Place place_of(const toml::node& node, const std::string& file) {
    const toml::source_position& begin = node.source().begin;
    return {file, begin.line, begin.column};
}

std::string describe(toml::node_type type) {
    switch (type) {
        case toml::node_type::table:
            return "a table";
        case toml::node_type::array:
            return "a list";
        case toml::node_type::string:
            return "text";
        case toml::node_type::integer:
            return "an integer";
        case toml::node_type::floating_point:
            return "a real number";
        case toml::node_type::boolean:
            return "a boolean";
        default:
            return "a date or time";
    }
}

toml::table parse_toml(std::string_view text, const std::string& file) {
    try {
        return toml::parse(text, file);
    } catch (const toml::parse_error& error) {
        const toml::source_position& begin = error.source().begin;
        throw Problems({{{file, begin.line, begin.column}, "not TOML: " + std::string(error.description())}});
    }
}

template <class Node>
const Node* TomlReader::typed(const std::string& key, const char* expected) {
    const toml::node* found = node(key);
    if (found == nullptr) {
        return nullptr;
    }
    const Node* value = found->as<Node>();
    if (value == nullptr) {
        wrong(key, std::string("must be ") + expected + ", not " + describe(found->type()));
    }
    return value;
}

const toml::node* TomlReader::node(const std::string& key) {
    known_.insert(key);
    return table_.get(key);
}

std::optional<std::string> TomlReader::text(const std::string& key) {
    const auto* value = typed<toml::value<std::string>>(key, "text");
    return value == nullptr ? std::nullopt : std::optional(value->get());
}

std::optional<std::int64_t> TomlReader::integer(const std::string& key) {
    const auto* value = typed<toml::value<std::int64_t>>(key, "an integer");
    return value == nullptr ? std::nullopt : std::optional(value->get());
}

std::optional<bool> TomlReader::flag(const std::string& key) {
    const auto* value = typed<toml::value<bool>>(key, "true or false");
    return value == nullptr ? std::nullopt : std::optional(value->get());
}

std::optional<double> TomlReader::real(const std::string& key) {
    const toml::node* found = node(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    const std::optional<double> value = found->is_number() ? found->value<double>() : std::nullopt;
    if (!value) {
        wrong(key, "must be a number, not " + describe(found->type()));
    }
    return value;
}

std::vector<std::string> TomlReader::texts(const std::string& key) {
    std::vector<std::string> texts;
    const auto* list = typed<toml::array>(key, "a list of texts");
    if (list == nullptr) {
        return texts;
    }
    for (const toml::node& item : *list) {
        if (const auto* text = item.as<std::string>()) {
            texts.push_back(text->get());
        } else {
            problems_.push_back({place_of(item, file_),
                                 what_ + ": \"" + key + "\" must hold texts only, not " + describe(item.type())});
        }
    }
    return texts;
}

const toml::table* TomlReader::table(const std::string& key) {
    return typed<toml::table>(key, "a table");
}

const toml::array* TomlReader::tables(const std::string& key) {
    const auto* list = typed<toml::array>(key, ("a list of tables, [[" + key + "]]").c_str());
    if (list == nullptr) {
        return nullptr;
    }
    for (const toml::node& item : *list) {
        if (!item.is_table()) {
            wrong(key, "must be a list of tables, [[" + key + "]], not of " + describe(item.type()));
            return nullptr;
        }
    }
    return list;
}

std::string TomlReader::required_text(const std::string& key) {
    const std::optional<std::string> value = text(key);
    if (!value && table_.get(key) == nullptr) {
        wrong(key, "is missing");
    } else if (value && value->empty()) {
        wrong(key, "must not be empty");
    }
    return value.value_or("");
}

void TomlReader::finish() {
    const std::vector<std::string> known(known_.begin(), known_.end());
    for (const auto& [key, value] : table_) {
        if (known_.contains(key.str())) {
            continue;
        }
        const std::string hint = did_you_mean(key.str(), known);
        problems_.push_back({{file_, key.source().begin.line, key.source().begin.column},
                             what_ + ": unknown key \"" + std::string(key.str()) + "\"" +
                                 (hint.empty() ? "; known are " + listed(known) : hint)});
    }
}

void TomlReader::wrong(const std::string& key, const std::string& message) {
    const toml::node* found = table_.get(key);
    problems_.push_back({place_of(found != nullptr ? *found : table_, file_), what_ + ": \"" + key + "\" " + message});
}

}  // namespace attache::core
