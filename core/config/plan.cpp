#include "config/plan.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "manifest/mapped_file.h"

namespace attache::core {

namespace fs = std::filesystem;

namespace {

/// Checks a configuration against the catalog, stage by stage.
class Planner {
public:
    Planner(Config config, const Catalog& catalog, std::vector<Problem> problems)
        : catalog_(catalog), problems_(std::move(problems)) {
        plan_.config = std::move(config);
    }

    Plan plan() {
        find_plugins();
        check_order();
        for (const PlannedPlugin& plugin : all_) {
            check_flow(plugin);
        }
        check_files();
        check_leftover_settings();
        if (plan_.readers.empty() && problems_.empty()) {
            wrong({plan_.config.file}, "no stage has a reader, so no input could become a document");
        }
        if (!problems_.empty()) {
            std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
                return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
            });
            throw Problems(problems_);
        }
        return std::move(plan_);
    }

private:
    void wrong(const Place& place, const std::string& message) { problems_.push_back({place, message}); }

    void find_plugins() {
        std::set<std::string> seen;
        for (const Stage& stage : plan_.config.stages) {
            for (const PluginEntry& entry : stage.plugins) {
                if (entry.name.empty()) {
                    continue;  // reported when the file was read
                }
                const FoundPlugin* found = catalog_.find(entry.name);
                if (found == nullptr) {
                    report_missing(stage, entry);
                } else if (!seen.insert(entry.name).second) {
                    wrong(entry.place, "stage \"" + stage.name + "\": plugin \"" + entry.name + "\" is listed twice");
                } else if (found->manifest.kind == Kind::Host) {
                    wrong(entry.place, "stage \"" + stage.name + "\": \"" + entry.name +
                                           "\" runs plugins of others and is none itself; list those that it runs");
                } else {
                    all_.push_back(
                        {found, stage.name, entry.place, settings_of(found->manifest), isolation_of(*found)});
                }
            }
        }
        for (const PlannedPlugin& plugin : all_) {
            plan_.plugins_of(plugin.manifest().kind).push_back(plugin);
        }
    }

    void report_missing(const Stage& stage, const PluginEntry& entry) {
        std::string message = "stage \"" + stage.name + "\": there is no plugin \"" + entry.name + "\"";
        const std::string refused = catalog_.why_refused(entry.name);
        const std::string hint = did_you_mean(entry.name, catalog_.names());
        if (!refused.empty()) {
            message += " that could run: " + refused;
        } else if (!hint.empty()) {
            message += hint;
        } else {
            message += "; `attache plugins` lists those found";
        }
        wrong(entry.place, message);
    }

    std::map<std::string, SettingValue, std::less<>> settings_of(const Manifest& manifest) {
        std::map<std::string, SettingValue, std::less<>> settings = default_settings(manifest);
        std::vector<std::string> names;
        for (const SettingSchema& schema : manifest.settings) {
            names.push_back(schema.name);
        }
        const auto given = plan_.config.plugins.find(manifest.name);
        if (given == plan_.config.plugins.end()) {
            return settings;
        }
        for (const auto& [key, setting] : given->second.values) {
            if (is_isolation_setting(key)) {
                continue;
            }
            const std::string what = "[plugin." + manifest.name + "]: ";
            const SettingSchema* schema = manifest.find_setting(key);
            if (schema == nullptr) {
                const std::string hint = did_you_mean(key, names);
                wrong(setting.place, what + "unknown setting \"" + key + "\"" +
                                         (!hint.empty()   ? hint
                                          : names.empty() ? "; this plugin has no settings"
                                                          : "; known are " + listed(names)));
            } else if (auto value = fit(value_for(*schema, setting), *schema, what + "\"" + key + "\"", setting.file,
                                        problems_)) {
                settings[key] = schema->files ? found_files(*value, setting, what + "\"" + key + "\"") : *value;
            }
        }
        return settings;
    }

    /// A text of the command line needs no quotes: what TOML reads as a date or a number is taken as it is written.
    static const toml::node& value_for(const SettingSchema& schema, const GivenSetting& setting) {
        return schema.type == ATTACHE_SETTING_TEXT && setting.as_written ? *setting.as_written : *setting.value;
    }

    /// Paths of the configuration count from its folder, those of the command line from where one stands.
    SettingValue found_files(const SettingValue& given, const GivenSetting& setting, const std::string& what) {
        const bool in_file = setting.place.line > 0;
        const fs::path folder = in_file ? fs::absolute(plan_.config.file).parent_path() : fs::current_path();
        std::vector<std::string> files;
        for (const std::string& text : std::get<std::vector<std::string>>(given)) {
            files.push_back((folder / text).lexically_normal().string());
            try {
                const MappedFile readable(files.back());
            } catch (const std::exception& error) {
                wrong(setting.place, what + " has " + listed({text}) + ": " + error.what());
            }
        }
        return files;
    }

    /// A plugin that did not come with the installation runs in a process of its own unless the configuration trusts
    /// it.
    Isolation isolation_of(const FoundPlugin& plugin) {
        std::map<std::string, SettingValue> values;
        for (const SettingSchema& schema : isolation_settings()) {
            values[schema.name] = schema.default_value;
        }
        values["isolate"] = !plugin.installed;
        const auto given = plan_.config.plugins.find(plugin.manifest.name);
        if (given != plan_.config.plugins.end()) {
            for (const SettingSchema& schema : isolation_settings()) {
                const auto setting = given->second.values.find(schema.name);
                if (setting == given->second.values.end()) {
                    continue;
                }
                const std::string what = "[plugin." + plugin.manifest.name + "]: \"" + schema.name + "\"";
                if (auto value = fit(*setting->second.value, schema, what, setting->second.file, problems_)) {
                    values[schema.name] = *value;
                }
            }
        }
        return {std::get<bool>(values["isolate"]), std::get<double>(values["timeout"]),
                std::get<std::int64_t>(values["memory"])};
    }

    /// Readers come first and exporters last, wherever the stages' borders are.
    void check_order() {
        const PlannedPlugin* last = nullptr;
        for (const PlannedPlugin& plugin : all_) {
            if (last != nullptr && plugin.manifest().kind < last->manifest().kind) {
                wrong(plugin.place, std::string(to_string(plugin.manifest().kind)) + " \"" + plugin.manifest().name +
                                        "\" stands after " + std::string(to_string(last->manifest().kind)) + " \"" +
                                        last->manifest().name +
                                        "\"; readers come first, then annotators, then exporters");
            } else {
                last = &plugin;
            }
        }
    }

    void check_flow(const PlannedPlugin& plugin) {
        for (const LayerUse& use : plugin.manifest().reads) {
            check_read(plugin, use);
        }
        for (const LayerUse& use : plugin.manifest().writes) {
            if (const PlannedLayer* written = plan_.find_layer(use.name)) {
                wrong(plugin.place, "plugin \"" + plugin.manifest().name + "\" writes layer \"" + use.name +
                                        "\", which " + written->producer +
                                        " before it writes already; keep one of them");
                continue;
            }
            plan_.layers.push_back({*plugin.manifest().find_layer(use.name), plugin.manifest().title()});
            check_references(plugin, plan_.layers.back().schema);
        }
    }

    void check_read(const PlannedPlugin& plugin, const LayerUse& use) {
        const std::string start = "plugin \"" + plugin.manifest().name + "\" reads layer \"" + use.name + "\", ";
        if (const PlannedLayer* layer = plan_.find_layer(use.name)) {
            if (use.version != 0 && use.version != layer->schema.version) {
                wrong(plugin.place, start + "version " + std::to_string(use.version) + "; " + layer->producer +
                                        " writes version " + std::to_string(layer->schema.version));
            }
            return;
        }
        const PlannedPlugin* writer = writer_of(use.name, all_);
        if (writer == &plugin) {
            wrong(plugin.place, start + "which it writes itself; a plugin cannot wait for its own layer");
        } else if (writer != nullptr && depends_on(*writer, plugin)) {
            wrong(plugin.place, start + "which \"" + writer->manifest().name +
                                    "\" writes, and that one needs a layer of \"" + plugin.manifest().name +
                                    "\": a cycle, so neither could go first");
        } else if (use.optional) {
            return;
        } else if (writer != nullptr) {
            wrong(plugin.place, start + "which \"" + writer->manifest().name + "\" writes only after it; move \"" +
                                    writer->manifest().name + "\" before \"" + plugin.manifest().name + "\"");
        } else {
            wrong(plugin.place, start + "which no plugin before it writes" + hint_for(use.name));
        }
    }

    static bool names(const std::vector<LayerUse>& uses, const std::string& layer) {
        return std::any_of(uses.begin(), uses.end(), [&](const LayerUse& use) { return use.name == layer; });
    }

    static const PlannedPlugin* writer_of(const std::string& layer, const std::vector<PlannedPlugin>& plugins) {
        const auto found = std::find_if(plugins.begin(), plugins.end(), [&](const PlannedPlugin& plugin) {
            return names(plugin.manifest().writes, layer);
        });
        return found == plugins.end() ? nullptr : &*found;
    }

    /// True if `plugin` reads, directly or through others, a layer that `other` writes.
    bool depends_on(const PlannedPlugin& plugin, const PlannedPlugin& other) const {
        std::set<const PlannedPlugin*> seen;
        std::vector<const PlannedPlugin*> open{&plugin};
        while (!open.empty()) {
            const PlannedPlugin* next = open.back();
            open.pop_back();
            for (const LayerUse& use : next->manifest().reads) {
                const PlannedPlugin* writer = writer_of(use.name, all_);
                if (writer == &other) {
                    return true;
                }
                if (writer != nullptr && seen.insert(writer).second) {
                    open.push_back(writer);
                }
            }
        }
        return false;
    }

    /// Which plugin of the catalog, or which layer name, would help.
    std::string hint_for(const std::string& layer) const {
        for (const FoundPlugin& plugin : catalog_.plugins()) {
            if (names(plugin.manifest.writes, layer)) {
                return "; add \"" + plugin.manifest.name + "\", which writes it";
            }
        }
        std::vector<std::string> written;
        for (const PlannedLayer& known : plan_.layers) {
            written.push_back(known.schema.name);
        }
        return did_you_mean(layer, written);
    }

    void check_references(const PlannedPlugin& plugin, const LayerSchema& layer) {
        for (const ColumnSchema& column : layer.columns) {
            const bool standard = find_layer(standard_layers(), layer.name) != nullptr;
            const bool uses =
                names(plugin.manifest().writes, column.target) || names(plugin.manifest().reads, column.target);
            if (column.type == ATTACHE_REF && plan_.find_layer(column.target) == nullptr && !standard && !uses) {
                wrong(plugin.place, "layer \"" + layer.name + "\" of plugin \"" + plugin.manifest().name +
                                        "\" refers to layer \"" + column.target +
                                        "\", which no plugin before it writes");
            }
        }
    }

    void check_files() {
        std::map<std::string, std::string> written;
        for (const std::string& file : core_files()) {
            written[file] = "the core";
        }
        for (const PlannedPlugin& plugin : plan_.exporters) {
            for (const std::string& file : plugin.manifest().reads_files) {
                if (!written.contains(file)) {
                    wrong(plugin.place, "plugin \"" + plugin.manifest().name + "\" reads file \"" + file +
                                            "\", which no exporter before it writes");
                }
            }
            for (const std::string& file : plugin.manifest().files) {
                if (const auto [first, fresh] = written.emplace(file, plugin.manifest().name); !fresh) {
                    wrong(plugin.place, "plugin \"" + plugin.manifest().name + "\" writes file \"" + file +
                                            "\", as \"" + first->second + "\" does; keep one of them");
                }
            }
        }
    }

    void check_leftover_settings() {
        std::vector<std::string> used;
        for (const PlannedPlugin& plugin : all_) {
            used.push_back(plugin.manifest().name);
        }
        for (const auto& [name, given] : plan_.config.plugins) {
            if (std::find(used.begin(), used.end(), name) == used.end()) {
                const std::string hint = did_you_mean(name, used);
                wrong(given.place, "settings for plugin \"" + name + "\", which no stage lists" + hint);
            }
        }
    }

    const Catalog& catalog_;
    std::vector<Problem> problems_;
    Plan plan_;
    std::vector<PlannedPlugin> all_;
};

}  // namespace

std::vector<std::string> PlannedPlugin::data_files() const {
    std::vector<std::string> files = manifest().resources;
    for (const SettingSchema& schema : manifest().settings) {
        if (const auto given = settings.find(schema.name); schema.files && given != settings.end()) {
            const auto& named = std::get<std::vector<std::string>>(given->second);
            files.insert(files.end(), named.begin(), named.end());
        }
    }
    return files;
}

std::vector<PlannedPlugin>& Plan::plugins_of(Kind kind) {
    return kind == Kind::Reader ? readers : kind == Kind::Annotator ? annotators : exporters;
}

const PlannedLayer* Plan::find_layer(std::string_view name) const {
    const auto found = std::find_if(layers.begin(), layers.end(),
                                    [&](const PlannedLayer& layer) { return layer.schema.name == name; });
    return found == layers.end() ? nullptr : &*found;
}

Plan make_plan(const std::filesystem::path& config, const std::vector<std::string>& sets, const Catalog& catalog) {
    std::vector<Problem> problems;
    Config read = read_config(config, sets, problems);
    return Planner(std::move(read), catalog, std::move(problems)).plan();
}

std::string describe_flow(const Plan& plan) {
    std::string text;
    const auto describe = [&](const PlannedPlugin& plugin) {
        const Manifest& manifest = plugin.manifest();
        std::string line = "  " + plugin.stage + "/" + manifest.name;
        line.resize(std::max<std::size_t>(line.size() + 2, 28), ' ');
        const auto add = [&](const char* verb, const std::vector<std::string>& names) {
            for (std::size_t i = 0; i < names.size(); ++i) {
                line += (i == 0 ? std::string(verb) + " " : ", ") + names[i] + (i + 1 == names.size() ? "  " : "");
            }
        };
        const auto names = [](const std::vector<LayerUse>& uses) {
            std::vector<std::string> list;
            for (const LayerUse& use : uses) {
                list.push_back(use.name + (use.optional ? "?" : ""));
            }
            return list;
        };
        add("takes", manifest.extensions);
        add("reads", names(manifest.reads));
        add("reads", manifest.reads_files);
        add("writes", names(manifest.writes));
        add("writes", manifest.files);
        if (plugin.isolation.on) {
            line += "in a process of its own";
        }
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    };
    for (const auto* plugins : {&plan.readers, &plan.annotators, &plan.exporters}) {
        for (const PlannedPlugin& plugin : *plugins) {
            describe(plugin);
        }
    }
    return text;
}

}  // namespace attache::core
