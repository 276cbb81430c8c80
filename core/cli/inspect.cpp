// attache inspect
#include <iomanip>
#include <iostream>

#include "cli/command.h"
#include "loading/catalog.h"

namespace attache::cli {

namespace {

void print_list(const char* title, const std::vector<std::string>& items) {
    if (items.empty()) {
        return;
    }
    std::cout << std::left << std::setw(14) << title;
    for (std::size_t i = 0; i < items.size(); ++i) {
        std::cout << (i == 0 ? "" : ", ") << items[i];
    }
    std::cout << "\n";
}

std::vector<std::string> names(const std::vector<core::LayerUse>& uses) {
    std::vector<std::string> list;
    for (const core::LayerUse& use : uses) {
        list.push_back(use.name + (use.version > 0 ? "@" + std::to_string(use.version) : "") +
                       (use.optional ? " (if there)" : ""));
    }
    return list;
}

void print_layer(const core::LayerSchema& layer) {
    std::cout << "\nlayer " << layer.name << ", version " << layer.version << ": " << layer.help << "\n";
    for (const core::ColumnSchema& column : layer.columns) {
        std::cout << "  " << to_declaration(column) << "\n";
    }
}

/// In the form of a configuration, so that it can be copied into one.
void print_settings(const core::Manifest& manifest) {
    const bool isolatable = manifest.kind != core::Kind::Host;
    if (manifest.settings.empty() && !isolatable) {
        std::cout << "\nNo settings.\n";
        return;
    }
    const auto print = [](const std::vector<core::SettingSchema>& settings) {
        for (const core::SettingSchema& setting : settings) {
            std::cout << "# " << setting.help << " (" << expectation(setting) << ")\n"
                      << setting.name << " = " << core::to_text(setting.default_value) << "\n";
        }
    };
    std::cout << "\nSettings, with their defaults:\n\n[plugin." << manifest.name << "]\n";
    print(manifest.settings);
    if (isolatable) {
        std::cout << "\n# As every plugin has them; isolate is true for one from outside of the installation\n";
        print(core::isolation_settings());
    }
}

core::FoundPlugin find(const std::string& given, const Values& values) {
    const core::Catalog catalog(core::search_path(texts(values, "plugin-path")));
    if (given.find('/') != given.npos || given.ends_with(".so") || given == "plugin.toml") {
        try {
            return core::examine(given, catalog);
        } catch (const core::Problems& problems) {
            throw UsageError(given + ": broken manifest:\n" + problems.what());
        } catch (const core::NotAPlugin& refused) {
            throw UsageError(given + ": " + refused.what());
        }
    }
    if (const core::FoundPlugin* found = catalog.find(given)) {
        return *found;
    }
    const std::string refused = catalog.why_refused(given);
    throw UsageError("there is no plugin \"" + given + "\"" +
                     (refused.empty() ? core::did_you_mean(given, catalog.names()) : " that could run: " + refused));
}

int inspect(const Values& values) {
    const core::FoundPlugin plugin = find(values["PLUGIN"].as<std::string>(), values);
    const core::Manifest& manifest = plugin.manifest;
    std::cout << manifest.name << " " << manifest.version << ": " << manifest.summary << "\n\n";
    print_list("kind", {std::string(to_string(manifest.kind))});
    print_list("file", {plugin.file.string()});
    print_list("runs in", plugin.host.empty() ? std::vector<std::string>{} : std::vector{plugin.host});
    print_list("ABI", {to_string(plugin.abi)});
    print_list("instance", {manifest.one_instance_for_all ? "one for all workers" : "one a worker"});
    print_list("licence", manifest.licence.empty() ? std::vector<std::string>{} : std::vector{manifest.licence});
    print_list("takes", manifest.extensions);
    print_list("reads", names(manifest.reads));
    print_list("reads files", manifest.reads_files);
    print_list("writes", names(manifest.writes));
    print_list("writes files", manifest.files);
    print_list("resources", manifest.resources);
    for (const core::LayerSchema& layer : manifest.layers) {
        print_layer(layer);
    }
    print_settings(manifest);
    return AllDone;
}

}  // namespace

Command inspect_command() {
    Command command;
    command.name = "inspect";
    command.synopsis = "PLUGIN";
    command.summary = "Shows a plugin's manifest and its settings with their defaults. Runs no plugin code.";
    command.details = {
        "PLUGIN is a name, or the path of a library or of the plugin.toml of a script. The settings are printed in the "
        "form of a configuration, so that "
        "they can be copied into one."};
    command.examples = {{"what the plugin salience reads, writes and can be told", "attache inspect salience"}};
    command.required = {"PLUGIN"};
    add_plugin_options(command.options);
    command.run = inspect;
    return command;
}

}  // namespace attache::cli
