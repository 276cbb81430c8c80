// attache check: a configuration, or one or more plugins.
#include <algorithm>
#include <iomanip>
#include <iostream>

#include "cli/command.h"
#include "config/plan.h"
#include "conformance/runner.h"

namespace attache::cli {

namespace {

namespace fs = std::filesystem;
namespace conformance = core::conformance;

int check_config(const Values& values, const std::string& config) {
    const core::Catalog catalog(core::search_path(texts(values, "plugin-path")));
    const core::Plan plan = core::make_plan(config, texts(values, "set"), catalog);
    std::cout << core::describe_flow(plan) << config << ": valid, and its data flow closes\n";
    return AllDone;
}

int list_checks() {
    for (const conformance::Check& check : conformance::checks()) {
        std::cout << std::left << std::setw(13) << check.name << check.summary << "\n";
    }
    return AllDone;
}

void print(const conformance::Finding& finding) {
    const bool skipped = !finding.failed() && !finding.result.skipped.empty();
    std::cout << "  " << std::left << std::setw(13) << finding.check
              << (finding.failed() ? "FAIL"
                  : skipped        ? "skipped: " + finding.result.skipped
                                   : "pass")
              << "\n";
    for (const std::string& failure : finding.result.failures) {
        std::cout << "    " << failure << "\n";
    }
    if (finding.failed() && !finding.again.empty()) {
        std::cout << "    again: " << finding.again << "\n";
    }
    std::cout << std::flush;
}

int check_plugin(const Values& values, const core::FoundPlugin& plugin, const core::Catalog& catalog) {
    std::vector<fs::path> inputs;
    for (const std::string& input : texts(values, "input")) {
        if (!fs::is_regular_file(input)) {
            throw UsageError("--input " + input + ": no such file");
        }
        inputs.push_back(fs::absolute(input));
    }
    std::vector<std::string> folders;
    for (const std::string& folder : texts(values, "plugin-path")) {
        folders.push_back(fs::absolute(folder).string());
    }
    const conformance::Request request{plugin,
                                       catalog,
                                       inputs,
                                       folders,
                                       values["seed"].as<std::uint64_t>(),
                                       std::chrono::seconds(values["timeout"].as<unsigned>())};
    const std::vector<std::string> names = texts(values, "only");
    const bool json = values["json"].as<bool>();
    if (!json) {
        std::cout << plugin.manifest.title() << "  " << plugin.file.string() << "\n";
    }
    std::vector<conformance::Finding> findings;
    if (values["in-process"].as<bool>()) {
        for (const std::string& name : names) {
            conformance::Finding finding;
            finding.check = name;
            finding.result = run_here(*conformance::find_check(name), request, values["report-to"].as<int>());
            if (!json) {
                print(finding);
            }
            findings.push_back(std::move(finding));
        }
    } else {
        findings = run_checks(request, names, [&](const conformance::Finding& finding) {
            if (!json) {
                print(finding);
            }
        });
    }
    if (json) {
        write_json(request, findings, std::cout);
    }
    for (const conformance::Finding& finding : findings) {
        if (finding.failed()) {
            return SomeRejected;
        }
    }
    return AllDone;
}

std::vector<core::FoundPlugin> plugins_in(const fs::path& folder, std::vector<fs::path> search_path) {
    const fs::path real = fs::canonical(folder);
    const auto is_inside = [&](const fs::path& path) {
        return std::mismatch(real.begin(), real.end(), path.begin(), path.end()).first == real.end();
    };
    search_path.insert(search_path.begin(), real);
    const core::Catalog catalog(search_path);
    for (const core::Refusal& refusal : catalog.refusals()) {
        if (is_inside(refusal.path)) {
            throw UsageError(refusal.path.string() + ": " + refusal.reason);
        }
    }
    std::vector<core::FoundPlugin> plugins = catalog.plugins();
    std::erase_if(plugins, [&](const core::FoundPlugin& plugin) { return !is_inside(plugin.file); });
    return plugins;
}

/// The plugin of this file, or all in this folder. A host can be tried only by way of the plugins that it runs.
std::vector<core::FoundPlugin> plugins_at(const fs::path& path, const std::vector<fs::path>& search_path,
                                          const core::Catalog& catalog) {
    std::vector<core::FoundPlugin> plugins;
    if (fs::is_directory(path)) {
        plugins = plugins_in(path, search_path);
    } else {
        try {
            plugins.push_back(core::examine(path, catalog));
        } catch (const core::NotAPlugin& refused) {
            throw UsageError(path.string() + ": " + refused.what());
        }
    }
    std::erase_if(plugins, [](const core::FoundPlugin& plugin) { return plugin.manifest.kind == core::Kind::Host; });
    if (plugins.empty()) {
        throw UsageError(path.string() + " holds no plugin to try");
    }
    return plugins;
}

int check_plugins(const Values& values, const fs::path& path) {
    for (const std::string& name : texts(values, "only")) {
        if (conformance::find_check(name) == nullptr) {
            throw UsageError("there is no check \"" + name + "\"; `attache check --list` names them all");
        }
    }
    if (values["in-process"].as<bool>() && texts(values, "only").empty()) {
        throw UsageError("--in-process needs the name of a check: --only NAME");
    }
    const std::vector<fs::path> search_path = core::search_path(texts(values, "plugin-path"));
    const core::Catalog catalog(search_path);
    int status = AllDone;
    for (const core::FoundPlugin& plugin : plugins_at(path, search_path, catalog)) {
        status = std::max(status, check_plugin(values, plugin, catalog));
    }
    return status;
}

int check(const Values& values) {
    if (values["list"].as<bool>()) {
        return list_checks();
    }
    const std::vector<std::string> paths = texts(values, "CONFIG|PLUGIN");
    if (paths.empty()) {
        throw UsageError("CONFIG|PLUGIN is missing: attache check CONFIG|PLUGIN|FOLDER");
    }
    int status = AllDone;
    for (const fs::path path : paths) {
        const bool plugins = fs::is_directory(path) || core::looks_like_plugin(path);
        status = std::max(status, plugins ? check_plugins(values, path) : check_config(values, path.string()));
    }
    return status;
}

}  // namespace

Command check_command() {
    namespace po = boost::program_options;
    Command command;
    command.name = "check";
    command.synopsis = "CONFIG|PLUGIN|FOLDER …";
    command.summary = "Checks a configuration without running plugin code, or tries whether plugins keep the contract.";
    command.details = {
        "A configuration is checked as `run` would, up to where its data flow closes.",
        "A plugin, or each one in a folder, is tried by a number of checks, each in a process of its own; a failed one "
        "prints the command line that shows it again, to which `--in-process` may be added to run it in a debugger. A "
        "plugin that needs other plugins' layers gets them from those that are found."};
    command.examples = {
        {"a configuration", "attache check configs/diplomatic.toml"},
        {"a plugin, on an article of one's own", "attache check build/my_plugin.so --input tests/article.txt"}};
    command.statuses = {{AllDone, "all passed"},
                        {SomeRejected, "some failed"},
                        {WrongUsage, "not a valid configuration, or not a plugin"},
                        {Stopped, "it could not go on"}};
    command.repeated = "CONFIG|PLUGIN";
    add_set_option(command.options);
    add_plugin_options(command.options);
    command.options.add_options()                                                                               //
        ("only", po::value<std::vector<std::string>>()->value_name("NAME"), "run this check; may be repeated")  //
        ("input", po::value<std::vector<std::string>>()->value_name("FILE"),
         "an ordinary input for a reader, or article for others; may be repeated. Default: those in the folders tests "
         "and samples beside the plugin, else some of our own")                                        //
        ("list", po::bool_switch(), "name all checks of a plugin")                                     //
        ("json", po::bool_switch(), "print the outcome as JSON, one line a plugin")                    //
        ("seed", po::value<std::uint64_t>()->default_value(1)->value_name("N"), "for what is random")  //
        ("timeout", po::value<unsigned>()->default_value(60)->value_name("SECONDS"),
         "limit for each check: processor time, or time without using any")                 //
        ("in-process", po::bool_switch(), "run the check in this process, for a debugger")  //
        ("report-to", po::value<int>()->default_value(-1)->value_name("FD"),
         "how this program has a check report to it when it starts itself");
    for (const conformance::Check& check : conformance::checks()) {
        command.choices["only"].emplace_back(check.name);
    }
    command.run = check;
    return command;
}

}  // namespace attache::cli
