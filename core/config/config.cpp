#include "config/config.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <optional>

#include "manifest/layer_schema.h"
#include "manifest/mapped_file.h"
#include "manifest/toml_reader.h"

namespace attache::core {

namespace {

/// Reads one configuration file; each method one kind of table.
class ConfigReader {
public:
    ConfigReader(std::shared_ptr<const toml::table> root, Config& config, std::vector<Problem>& problems)
        : root_(std::move(root)), config_(config), problems_(problems) {}

    void read() {
        TomlReader reader(*root_, "the configuration", config_.file, problems_);
        if (const toml::array* stages = reader.tables("stage")) {
            for (const toml::node& stage : *stages) {
                read_stage(*stage.as_table());
            }
        } else if (root_->get("stage") == nullptr) {
            problems_.push_back({{config_.file}, "there is no [[stage]]; a pipeline needs at least one"});
        }
        if (const toml::table* run = reader.table("run")) {
            read_limits(*run);
        }
        if (const toml::table* plugins = reader.table("plugin")) {
            for (const auto& [name, node] : *plugins) {
                read_plugin(std::string(name.str()), node);
            }
        }
        reader.finish();
    }

private:
    void read_stage(const toml::table& table) {
        TomlReader reader(table, "[[stage]]", config_.file, problems_);
        Stage stage{reader.required_text("name"), place_of(table, config_.file), {}};
        const auto same = [&](const Stage& other) { return other.name == stage.name; };
        if (const auto first = std::find_if(config_.stages.begin(), config_.stages.end(), same);
            first != config_.stages.end()) {
            reader.wrong("name",
                         "is \"" + stage.name + "\", as for the stage in line " + std::to_string(first->place.line));
        }
        reader.texts("plugins");
        const toml::array* plugins = table.get_as<toml::array>("plugins");
        if (plugins == nullptr && table.get("plugins") == nullptr) {
            reader.wrong("plugins", "is missing");
        } else if (plugins != nullptr && plugins->empty()) {
            reader.wrong("plugins", "is empty");
        } else if (plugins != nullptr) {
            for (const toml::node& plugin : *plugins) {
                stage.plugins.push_back({plugin.value_or(std::string()), place_of(plugin, config_.file)});
            }
        }
        reader.finish();
        config_.stages.push_back(std::move(stage));
    }

    void read_limits(const toml::table& table) {
        TomlReader reader(table, "[run]", config_.file, problems_);
        const auto read = [&](const std::string& key, std::int64_t& limit) {
            const std::optional<std::int64_t> value = reader.integer(key);
            if (value && (*value < 1 || *value > 1'000'000)) {
                reader.wrong(key, "is " + std::to_string(*value) + "; it must be from 1 to 1000000");
            }
            limit = value.value_or(limit);
        };
        read("documents_in_flight", config_.limits.documents_in_flight);
        read("megabytes_in_flight", config_.limits.megabytes_in_flight);
        read("max_document_megabytes", config_.limits.max_document_megabytes);
        reader.finish();
    }

    void read_plugin(const std::string& name, const toml::node& node) {
        const toml::table* table = node.as_table();
        if (table == nullptr) {
            problems_.push_back({place_of(node, config_.file), "\"plugin." + name + "\" must be a table, [plugin." +
                                                                   name + "], not " + describe(node.type())});
            return;
        }
        GivenSettings& given = config_.plugins[name];
        given.place = place_of(node, config_.file);
        for (const auto& [key, value] : *table) {
            const toml::source_position& begin = key.source().begin;
            given.values[std::string(key.str())] = {config_.file,
                                                    {config_.file, begin.line, begin.column},
                                                    std::shared_ptr<const toml::node>(root_, &value)};
        }
    }

    const std::shared_ptr<const toml::table> root_;  ///< kept alive by the settings that point into it
    Config& config_;
    std::vector<Problem>& problems_;
};

/// VALUE of a --set: in TOML if it parses as that, and as it is written.
void set_value(const std::string& text, GivenSetting& setting) {
    auto table = std::make_shared<toml::table>();
    table->insert("as_written", text);
    try {
        const toml::table parsed = toml::parse("value = " + text);
        table->insert("value", *parsed.get("value"));  // a copy has no line and column, which would mean nothing here
    } catch (const toml::parse_error&) {
        table->insert("value", text);
    }
    setting.value = {table, table->get("value")};
    if (!setting.value->is_string()) {
        setting.as_written = {table, table->get("as_written")};
    }
}

void apply_set(const std::string& set, Config& config, std::vector<Problem>& problems) {
    const std::string shown = "--set " + set;
    const auto equals = set.find('=');
    const auto dot = set.substr(0, equals).find('.');
    if (equals == set.npos || dot == set.npos || dot == 0 || dot + 1 == equals) {
        problems.push_back({{shown}, "must have the form PLUGIN.KEY=VALUE"});
        return;
    }
    GivenSettings& given = config.plugins[set.substr(0, dot)];
    if (given.place.file.empty()) {
        given.place = {shown};
    }
    GivenSetting& setting = given.values[set.substr(dot + 1, equals - dot - 1)];
    setting = {shown, {shown}, nullptr};
    set_value(set.substr(equals + 1), setting);
}

}  // namespace

Config parse_config(std::string_view text, const std::string& file, const std::vector<std::string>& sets,
                    std::vector<Problem>& problems) {
    Config config;
    config.file = file;
    auto root = std::make_shared<const toml::table>(parse_toml(text, file));
    ConfigReader(std::move(root), config, problems).read();
    std::string hashed(text);
    for (const std::string& set : sets) {
        hashed += "\n--set " + set;
        apply_set(set, config, problems);
    }
    config.hash = sha256(hashed);
    return config;
}

Config read_config(const std::filesystem::path& file, const std::vector<std::string>& sets,
                   std::vector<Problem>& problems) {
    std::optional<MappedFile> mapped;
    try {
        mapped.emplace(file);
    } catch (const std::exception& error) {
        throw Problems({Problem{{}, error.what()}});
    }
    return parse_config(mapped->bytes(), file.string(), sets, problems);
}

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
    std::string text;
    for (const unsigned char byte : digest) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

}  // namespace attache::core
