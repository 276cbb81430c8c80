// attache plugins
#include <iomanip>
#include <iostream>

#include "cli/command.h"
#include "document/json_writer.h"
#include "loading/catalog.h"

namespace attache::cli {

namespace {

void print_json(const core::Catalog& catalog) {
    std::string text;
    core::StringStream stream(text);
    core::PrettyJsonWriter json(stream);
    json.StartObject();
    json.key("plugins");
    json.StartArray();
    for (const core::FoundPlugin& plugin : catalog.plugins()) {
        json.StartObject();
        json.member("name", plugin.manifest.name);
        json.member("version", plugin.manifest.version);
        json.member("kind", to_string(plugin.manifest.kind));
        json.member("summary", plugin.manifest.summary);
        json.member("abi", to_string(plugin.abi));
        json.member("file", plugin.file.string());
        json.EndObject();
    }
    json.EndArray();
    json.key("refused");
    json.StartArray();
    for (const core::Refusal& refusal : catalog.refusals()) {
        json.StartObject();
        json.member("path", refusal.path.string());
        json.member("reason", refusal.reason);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    std::cout << text << "\n";
}

void print_words(const core::Catalog& catalog, const std::vector<std::filesystem::path>& folders) {
    for (const core::FoundPlugin& plugin : catalog.plugins()) {
        std::cout << std::left << std::setw(12) << plugin.manifest.name << std::setw(8) << plugin.manifest.version
                  << std::setw(11) << to_string(plugin.manifest.kind) << plugin.manifest.summary << "\n"
                  << std::setw(12) << "" << plugin.file.string() << "\n";
    }
    for (const core::Refusal& refusal : catalog.refusals()) {
        std::cout << "refused: " << refusal.path.string() << ": " << refusal.reason << "\n";
    }
    std::cout << catalog.plugins().size() << " found, " << catalog.refusals().size() << " refused; searched:\n";
    for (const std::filesystem::path& folder : folders) {
        std::cout << "  " << folder.string() << "\n";
    }
}

int list_plugins(const Values& values) {
    const std::vector<std::filesystem::path> folders = core::search_path(texts(values, "plugin-path"));
    const core::Catalog catalog(folders);
    if (values["json"].as<bool>()) {
        print_json(catalog);
    } else {
        print_words(catalog, folders);
    }
    return AllDone;
}

}  // namespace

Command plugins_command() {
    Command command;
    command.name = "plugins";
    command.synopsis = "[--json]";
    command.summary = "Lists the plugins found, where, and those refused and why. Runs no plugin code.";
    command.details = {
        "Searches the folders of `--plugin-path`, then those of ATTACHE_PLUGIN_PATH, then the installation's. Of two "
        "plugins with one name the first is taken and the other refused."};
    command.examples = {
        {"all plugins, with those in a folder of one's own", "attache plugins --plugin-path build/plugins"}};
    command.options.add_options()("json", boost::program_options::bool_switch(), "as JSON");
    add_plugin_options(command.options);
    command.run = list_plugins;
    return command;
}

}  // namespace attache::cli
