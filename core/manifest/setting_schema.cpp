#include "manifest/setting_schema.h"

#include <attache/plugin.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <utility>

#include "manifest/layer_schema.h"
#include "manifest/toml_reader.h"

namespace attache::core {

namespace {

constexpr std::string_view files_type = "files";

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 6> types{{{"bool", ATTACHE_SETTING_BOOL},
                                                                           {"int", ATTACHE_SETTING_INT},
                                                                           {"real", ATTACHE_SETTING_REAL},
                                                                           {"text", ATTACHE_SETTING_TEXT},
                                                                           {"texts", ATTACHE_SETTING_TEXTS},
                                                                           {files_type, ATTACHE_SETTING_TEXTS}}};

std::string short_number(double number) {
    std::array<char, 32> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr};
}

/// As TOML: in double quotes unless something in it asks for TOML's own ways.
std::string quoted(const std::string& text) {
    const auto plain = [](char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; };
    if (std::all_of(text.begin(), text.end(), plain)) {
        return '"' + text + '"';
    }
    std::ostringstream out;
    out << toml::value<std::string>(text);
    return out.str();
}

/// The value in the type that the schema asks for; an integer also serves as a real.
std::optional<SettingValue> typed(const toml::node& node, std::uint32_t type) {
    switch (type) {
        case ATTACHE_SETTING_BOOL:
            return node.is_boolean() ? std::optional<SettingValue>(*node.value<bool>()) : std::nullopt;
        case ATTACHE_SETTING_INT:
            return node.is_integer() ? std::optional<SettingValue>(*node.value<std::int64_t>()) : std::nullopt;
        case ATTACHE_SETTING_REAL:
            return node.is_number() ? std::optional<SettingValue>(*node.value<double>()) : std::nullopt;
        case ATTACHE_SETTING_TEXT:
            return node.is_string() ? std::optional<SettingValue>(*node.value<std::string>()) : std::nullopt;
        default:
            break;
    }
    const toml::array* list = node.as_array();
    if (list == nullptr) {
        return std::nullopt;
    }
    std::vector<std::string> texts;
    for (const toml::node& item : *list) {
        if (!item.is_string()) {
            return std::nullopt;
        }
        texts.push_back(*item.value<std::string>());
    }
    return texts;
}

bool in_range(const SettingValue& value, const SettingSchema& schema) {
    const auto chosen = [&](const std::string& text) {
        return schema.choices.empty() ||
               std::find(schema.choices.begin(), schema.choices.end(), text) != schema.choices.end();
    };
    const auto within = [&](double number) {
        return (!schema.min || number >= *schema.min) && (!schema.max || number <= *schema.max);
    };
    switch (schema.type) {
        case ATTACHE_SETTING_INT:
            return within(static_cast<double>(std::get<std::int64_t>(value)));
        case ATTACHE_SETTING_REAL:
            return within(std::get<double>(value));
        case ATTACHE_SETTING_TEXT:
            return chosen(std::get<std::string>(value));
        case ATTACHE_SETTING_TEXTS: {
            const auto& texts = std::get<std::vector<std::string>>(value);
            return std::all_of(texts.begin(), texts.end(), chosen);
        }
        default:
            return true;
    }
}

/// " (did you mean "X"?)" for the first text that is no choice, if one is near.
std::string nearest_choice(const SettingValue& value, const SettingSchema& schema) {
    const auto hint = [&](const std::string& text) {
        const bool is_choice = std::find(schema.choices.begin(), schema.choices.end(), text) != schema.choices.end();
        return is_choice ? "" : did_you_mean(text, schema.choices);
    };
    if (const auto* text = std::get_if<std::string>(&value)) {
        return hint(*text);
    }
    const auto* texts = std::get_if<std::vector<std::string>>(&value);
    for (std::size_t i = 0; texts != nullptr && i < texts->size(); ++i) {
        if (std::string found = hint((*texts)[i]); !found.empty()) {
            return found;
        }
    }
    return "";
}

std::string shown(const toml::node& node) {
    const std::optional<SettingValue> value = node.is_boolean()          ? typed(node, ATTACHE_SETTING_BOOL)
                                              : node.is_integer()        ? typed(node, ATTACHE_SETTING_INT)
                                              : node.is_floating_point() ? typed(node, ATTACHE_SETTING_REAL)
                                              : node.is_string()         ? typed(node, ATTACHE_SETTING_TEXT)
                                                                         : typed(node, ATTACHE_SETTING_TEXTS);
    return value ? to_text(*value) : node.is_array() ? "a list that holds other things" : describe(node.type());
}

std::optional<SettingSchema> read_setting(const std::string& name, const toml::table& table, const std::string& file,
                                          std::vector<Problem>& problems) {
    const std::size_t before = problems.size();
    TomlReader reader(table, "[setting." + name + "]", file, problems);
    SettingSchema schema;
    schema.name = name;
    const std::string type = reader.required_text("type");
    for (const auto& [known, code] : types) {
        if (known == type) {
            schema.type = code;
        }
    }
    if (schema.type == 0 && !type.empty()) {
        reader.wrong("type", "is \"" + type + "\"; it must be bool, int, real, text, texts or files");
    }
    schema.files = type == files_type;
    schema.help = reader.required_text("help");
    schema.min = reader.real("min");
    schema.max = reader.real("max");
    schema.choices = reader.texts("choices");
    const toml::node* standard = reader.node("default");
    if (standard == nullptr) {
        reader.wrong("default", "is missing");
    } else if (schema.type != 0) {
        const auto value = fit(*standard, schema, "[setting." + name + "]: \"default\"", file, problems);
        schema.default_value = value.value_or(SettingValue{});
        if (schema.files && value && !std::get<std::vector<std::string>>(*value).empty()) {
            reader.wrong("default", "must be []; files that come with the plugin are its resources");
        }
    }
    reader.finish();
    return problems.size() == before ? std::optional(schema) : std::nullopt;
}

}  // namespace

std::string to_text(const SettingValue& value) {
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag ? "true" : "false";
    }
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*integer);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return short_number(*real);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return quoted(*text);
    }
    std::string list;
    for (const std::string& text : std::get<std::vector<std::string>>(value)) {
        list += (list.empty() ? "" : ", ") + quoted(text);
    }
    return "[" + list + "]";
}

std::string expectation(const SettingSchema& schema) {
    std::string text = schema.type == ATTACHE_SETTING_BOOL   ? "true or false"
                       : schema.type == ATTACHE_SETTING_INT  ? "an integer"
                       : schema.type == ATTACHE_SETTING_REAL ? "a number"
                       : schema.type == ATTACHE_SETTING_TEXT ? "text"
                       : schema.files                        ? "a list of files"
                                                             : "a list of texts";
    if (schema.min && schema.max) {
        text += " from " + short_number(*schema.min) + " to " + short_number(*schema.max);
    } else if (schema.min) {
        text += " of at least " + short_number(*schema.min);
    } else if (schema.max) {
        text += " of at most " + short_number(*schema.max);
    }
    if (!schema.choices.empty()) {
        std::string choices;
        for (const std::string& choice : schema.choices) {
            choices += (choices.empty() ? "" : ", ") + quoted(choice);
        }
        text += (schema.type == ATTACHE_SETTING_TEXT ? ", one of " : " out of ") + choices;
    }
    return text;
}

std::optional<SettingValue> fit(const toml::node& node, const SettingSchema& schema, const std::string& what,
                                const std::string& file, std::vector<Problem>& problems) {
    std::optional<SettingValue> value = typed(node, schema.type);
    if (!value || !in_range(*value, schema)) {
        const std::string hint = value ? nearest_choice(*value, schema) : "";
        problems.push_back(
            {place_of(node, file), what + " is " + shown(node) + "; it must be " + expectation(schema) + hint});
        return std::nullopt;
    }
    return value;
}

const std::vector<SettingSchema>& isolation_settings() {
    static const std::vector<SettingSchema> settings = {
        {"isolate",
         ATTACHE_SETTING_BOOL,
         false,
         {},
         {},
         {},
         "Run it in a process of its own, without network and files"},
        {"timeout",
         ATTACHE_SETTING_REAL,
         60.0,
         0.01,
         86'400,
         {},
         "Seconds that it may take for one document; an exporter's end may be silent for ten times as long"},
        {"memory",
         ATTACHE_SETTING_INT,
         std::int64_t{1024},
         16,
         1'048'576,
         {},
         "MiB of memory that its process may hold"},
    };
    return settings;
}

bool is_isolation_setting(std::string_view name) {
    const auto& all = isolation_settings();
    return std::any_of(all.begin(), all.end(), [&](const SettingSchema& schema) { return schema.name == name; });
}

std::vector<SettingSchema> read_settings(const toml::table& settings, const std::string& file,
                                         std::vector<Problem>& problems) {
    std::vector<SettingSchema> schemas;
    for (const auto& [key, node] : settings) {
        const std::string name(key.str());
        if (!is_name(name) || !node.is_table()) {
            problems.push_back(
                {place_of(node, file), "[setting] must hold tables, [setting.NAME], with lower-case names"});
        } else if (is_isolation_setting(name)) {
            problems.push_back(
                {place_of(node, file), "[setting." + name +
                                           "]: every plugin has a setting of this name, "
                                           "which says how it runs in a process of its own; choose another"});
        } else if (auto schema = read_setting(name, *node.as_table(), file, problems)) {
            schemas.push_back(std::move(*schema));
        }
    }
    return schemas;
}

}  // namespace attache::core
