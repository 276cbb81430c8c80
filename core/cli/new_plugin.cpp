// attache new-plugin: a folder with a plugin that builds, passes its own test and runs, made of core/templates.
//
// A language is a folder of core/templates; a new plugin gets, with its names filled in, the files of common,
// common/KIND, LANGUAGE and LANGUAGE/KIND.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "cli/command.h"
#include "config/config.h"
#include "loading/catalog.h"
#include "manifest/layer_schema.h"
#include "manifest/problem.h"

// Put into the program by core/CMakeLists.txt.
extern "C" {
struct attache_embedded_file {
    const char *path, *begin, *end;
};
extern const attache_embedded_file attache_templates[];
extern const char attache_default_pipeline[], attache_default_pipeline_end[];
}

namespace attache::cli {

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

/// What takes the place of @KEY@ in the templates.
using Names = std::map<std::string, std::string>;

const std::vector<std::string> kinds = {"reader", "annotator", "exporter"};

std::vector<std::string> languages() {
    std::set<std::string> found;
    for (const auto* file = attache_templates; file->path != nullptr; ++file) {
        const std::string path = file->path;
        found.insert(path.substr(0, path.find('/')));
    }
    found.erase("common");
    return {found.begin(), found.end()};
}

void check_choice(const std::string& option, const std::string& given, const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), given) == known.end()) {
        throw UsageError("--" + option + " is \"" + given + "\"" + core::did_you_mean(given, known) + "; there are " +
                         core::listed(known));
    }
}

void check_name(const std::string& name) {
    // What CMake keeps for itself, as targets.
    static const std::set<std::string> reserved = {"all",
                                                   "clean",
                                                   "contract",
                                                   "edit_cache",
                                                   "help",
                                                   "test",
                                                   "install",
                                                   "package",
                                                   "package_source",
                                                   "rebuild_cache",
                                                   "list_install_components",
                                                   "sample"};
    if (!core::is_name(name)) {
        throw UsageError("\"" + name +
                         "\" cannot be the name of a plugin: it has lower-case letters, digits, \"_\" and \"-\", a "
                         "letter first");
    }
    if (reserved.count(name) != 0) {
        throw UsageError("\"" + name + "\" cannot be the name of a plugin: it is a word of the build's own");
    }
    const core::Catalog catalog(core::search_path({}));
    if (const auto* taken = catalog.find(name)) {
        throw UsageError("a plugin named \"" + name + "\" is already there: " + taken->file.string());
    }
}

std::string filled_in(std::string text, const Names& names) {
    for (const auto& [key, value] : names) {
        const std::string mark = "@" + key + "@";
        for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + value.size())) {
            text.replace(at, mark.size(), value);
        }
    }
    return text;
}

/// The default pipeline with the plugin in its stage; a stage that it does not have comes first for a reader, last for
/// an exporter, and before the last one for an annotator.
std::string pipeline_with(const std::string& plugin, const std::string& kind, const std::string& stage) {
    std::vector<core::Problem> problems;
    const core::Config config = core::parse_config({attache_default_pipeline, attache_default_pipeline_end},
                                                   "the default pipeline", {}, problems);
    std::vector<std::pair<std::string, std::vector<std::string>>> stages;
    for (const core::Stage& of_default : config.stages) {
        auto& [name, plugins] = stages.emplace_back(of_default.name, std::vector<std::string>{});
        for (const core::PluginEntry& entry : of_default.plugins) {
            plugins.push_back(entry.name);
        }
    }
    auto place = std::find_if(stages.begin(), stages.end(), [&](const auto& s) { return s.first == stage; });
    if (place == stages.end()) {
        const auto before = kind == "reader" ? stages.begin() : kind == "exporter" ? stages.end() : stages.end() - 1;
        place = stages.insert(before, {stage, {}});
    }
    place->second.push_back(plugin);

    std::string text = "# The default pipeline with " + plugin + ".\n";
    for (const auto& [name, plugins] : stages) {
        text += "\n[[stage]]\nname    = \"" + name + "\"\nplugins = [";
        for (const std::string& entry : plugins) {
            text += (entry == plugins.front() ? "\"" : ", \"") + entry + "\"";
        }
        text += "]\n";
    }
    return text;
}

void write_file(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << text;
    if (!file.flush()) {
        throw std::runtime_error("cannot write " + path.string());
    }
}

/// The path within the new folder of a template's file, or "" if this kind and language do without it.
std::string path_in_plugin(const std::string& path, const std::string& kind, const std::string& language) {
    for (const std::string& folder : {std::string("common/"), language + "/"}) {
        if (path.rfind(folder, 0) != 0) {
            continue;
        }
        const std::string rest = path.substr(folder.size());
        const std::string top = rest.substr(0, rest.find('/'));
        if (top == kind) {
            return rest.substr(top.size() + 1);
        }
        return std::find(kinds.begin(), kinds.end(), top) == kinds.end() ? rest : "";
    }
    return "";
}

int new_plugin(const Values& values) {
    const std::string name = values["NAME"].as<std::string>();
    if (values.count("kind") == 0) {
        throw UsageError("--kind is missing: reader, annotator or exporter");
    }
    const std::string kind = values["kind"].as<std::string>();
    const std::string language = values["lang"].as<std::string>();
    check_choice("kind", kind, kinds);
    check_choice("lang", language, languages());
    check_name(name);
    const std::string stage = values.count("stage") != 0 ? values["stage"].as<std::string>()
                              : kind == "reader"         ? "ingest"
                              : kind == "annotator"      ? "tag"
                                                         : "timeline";
    if (!core::is_name(stage)) {
        throw UsageError("--stage is \"" + stage +
                         "\"; a name has lower-case letters, digits, \"_\" and \"-\", a letter first");
    }
    const fs::path folder = values.count("output") != 0 ? values["output"].as<std::string>() : name;
    if (fs::exists(fs::symlink_status(folder))) {
        throw UsageError(folder.string() + " is already there; nothing was written");
    }

    std::string layer = name;
    std::replace(layer.begin(), layer.end(), '-', '_');
    const Names names = {{"NAME", name},
                         {"LAYER", layer},
                         {"KIND", kind},
                         {"STAGE", stage},
                         {"SOURCE", "plugin." + language},
                         {"VERSION", ATTACHE_VERSION}};
    for (const auto* file = attache_templates; file->path != nullptr; ++file) {
        if (const std::string path = path_in_plugin(file->path, kind, language); !path.empty()) {
            write_file(folder / filled_in(path, names), filled_in({file->begin, file->end}, names));
        }
    }
    write_file(folder / "pipeline.toml", pipeline_with(name, kind, stage));
    std::cout << "made " << folder.string() << "; README.md there tells how to build, test and run it\n";
    return AllDone;
}

}  // namespace

Command new_plugin_command() {
    Command command;
    command.name = "new-plugin";
    command.synopsis = "NAME --kind KIND [--lang LANG]";
    command.summary = "Makes a folder with a plugin that builds, passes its own test and runs.";
    command.details = "Example: attache new-plugin count_words --kind annotator";
    command.required = {"NAME"};
    command.options.add_options()                                                                               //
        ("kind", po::value<std::string>()->value_name("KIND"), "reader, annotator or exporter")                 //
        ("lang", po::value<std::string>()->default_value("cpp")->value_name("LANG"), "its language: c or cpp")  //
        ("stage", po::value<std::string>()->value_name("STAGE"),
         "the stage of the default pipeline to put it into, or a new one; if not given, ingest for a reader, tag for "
         "an annotator, timeline for an exporter")  //
        ("output,o", po::value<std::string>()->value_name("DIR"), "the folder to make; if not given, NAME");
    command.run = new_plugin;
    return command;
}

}  // namespace attache::cli
