// attache new-plugin: a folder with a plugin that builds, passes its own test and runs, made of core/templates.
//
// A new plugin gets, with its names filled in, the files of the folders that its language lists, and of KIND in each of
// them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

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

struct Language {
    std::vector<std::string> folders;  ///< of core/templates
    Names names;
};

/// Goes into plugin.toml.
const std::string hosted_by_python =
    "\n\n# No library: Attaché's plugin \"python\" runs the script.\nhost   = \"python\"\nscript = \"plugin.py\"";

const std::map<std::string, Language> languages = {
    {"c", {{"common", "cmake", "c"}, {{"SOURCE", "plugin.c"}, {"CMAKE_LANGUAGES", "C"}}}},
    {"cpp", {{"common", "cmake", "cpp"}, {{"SOURCE", "plugin.cpp"}, {"CMAKE_LANGUAGES", "C CXX"}}}},
    {"python", {{"common", "python"}, {{"SOURCE", "plugin.py"}, {"HOSTED", hosted_by_python}}}},
    {"rust", {{"common", "rust"}, {{"SOURCE", "src/plugin.rs"}}}},
};

std::vector<std::string> language_names() {
    std::vector<std::string> names;
    for (const auto& [name, language] : languages) {
        names.push_back(name);
    }
    return names;
}

/// "reader, annotator or exporter"
std::string one_of(const std::vector<std::string>& names) {
    std::string text = names.front();
    for (std::size_t i = 1; i < names.size(); ++i) {
        text += (i + 1 == names.size() ? " or " : ", ") + names[i];
    }
    return text;
}

void check_choice(const std::string& option, const std::string& given, const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), given) == known.end()) {
        throw UsageError("--" + option + " is \"" + given + "\"" + core::did_you_mean(given, known) + "; there are " +
                         core::listed(known));
    }
}

void check_name(const std::string& name) {
    // What CMake keeps for itself, as targets, and the crate of a plugin in Rust.
    static const std::set<std::string> reserved = {"all",
                                                   "attache",
                                                   "clean",
                                                   "edit_cache",
                                                   "help",
                                                   "test",
                                                   "install",
                                                   "package",
                                                   "package_source",
                                                   "rebuild_cache",
                                                   "list_install_components"};
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
std::string path_in_plugin(const std::string& path, const std::string& kind, const Language& language) {
    const std::string folder = path.substr(0, path.find('/'));
    if (std::find(language.folders.begin(), language.folders.end(), folder) == language.folders.end()) {
        return "";
    }
    const std::string rest = path.substr(folder.size() + 1);
    const std::string top = rest.substr(0, rest.find('/'));
    if (top == kind) {
        return rest.substr(top.size() + 1);
    }
    return std::find(kinds.begin(), kinds.end(), top) == kinds.end() ? rest : "";
}

int new_plugin(const Values& values) {
    const std::string name = values["NAME"].as<std::string>();
    if (values.count("kind") == 0) {
        throw UsageError("--kind is missing: " + one_of(kinds));
    }
    const std::string kind = values["kind"].as<std::string>();
    check_choice("kind", kind, kinds);
    check_choice("lang", values["lang"].as<std::string>(), language_names());
    const Language& language = languages.at(values["lang"].as<std::string>());
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
    Names names = {{"NAME", name}, {"LAYER", layer}, {"KIND", kind}, {"STAGE", stage}, {"VERSION", ATTACHE_VERSION}};
    names.insert(language.names.begin(), language.names.end());
    names.emplace("HOSTED", "");
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
    command.details = {
        "NAME has lower-case letters, digits, \"_\" and \"-\", a letter first. README.md in the new folder tells how "
        "to build, test and run it."};
    command.examples = {{"an annotator in C++", "attache new-plugin count_words --kind annotator"}};
    command.required = {"NAME"};
    const std::string kinds_known = one_of(kinds);
    const std::string languages_known = "its language: " + one_of(language_names());
    command.options.add_options()                                                                              //
        ("kind", po::value<std::string>()->value_name("KIND"), kinds_known.c_str())                            //
        ("lang", po::value<std::string>()->default_value("cpp")->value_name("LANG"), languages_known.c_str())  //
        ("stage", po::value<std::string>()->value_name("STAGE"),
         "the stage of the default pipeline to put it into, or a new one; if not given, ingest for a reader, tag for "
         "an annotator, timeline for an exporter")  //
        ("output,o", po::value<std::string>()->value_name("DIR"), "the folder to make; if not given, NAME");
    command.choices = {{"kind", kinds}, {"lang", language_names()}};
    command.run = new_plugin;
    return command;
}

}  // namespace attache::cli
