#include "loading/catalog.h"

#include <attache/plugin.h>

#include <algorithm>
#include <array>
#define BOOST_DLL_USE_STD_FS
#include <boost/dll/runtime_symbol_info.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "loading/trust.h"
#include "manifest/mapped_file.h"

namespace attache::core {

namespace fs = std::filesystem;

namespace {

constexpr const char* manifest_name = "plugin.toml";

void check_abi(Abi plugin, Abi host) {
    if (plugin.major != host.major) {
        throw NotAPlugin("built for plugin ABI " + to_string(plugin) + "; this Attaché speaks " +
                         std::to_string(host.major) + ".x and cannot run it");
    }
    if (plugin.minor > host.minor) {
        throw NotAPlugin("built for plugin ABI " + to_string(plugin) + "; this Attaché speaks up to " +
                         to_string(host) + ", so a newer Attaché is needed");
    }
}

bool is_folder(const fs::path& path) {
    return fs::is_directory(fs::symlink_status(path));
}

/// The folder's entries by name, so that a search always goes the same way, and what lies deeper last: build tools
/// leave copies there of what they have made.
std::vector<fs::path> sorted_entries(const fs::path& folder) {
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(folder)) {
        entries.push_back(entry.path());
    }
    std::sort(entries.begin(), entries.end());
    std::stable_partition(entries.begin(), entries.end(), [](const fs::path& path) { return !is_folder(path); });
    return entries;
}

/// "lib", with which some build tools begin every library's name, and "_", which they put for "-", left out of account.
std::string comparable(std::string name) {
    std::replace(name.begin(), name.end(), '-', '_');
    return name.starts_with("lib") ? name.substr(3) : name;
}

}  // namespace

Abi host_abi() {
    return {ATTACHE_ABI_MAJOR, ATTACHE_ABI_MINOR};
}

bool looks_like_plugin(const fs::path& path) {
    if (path.extension() == ".so" || path.filename() == manifest_name) {
        return true;
    }
    constexpr std::string_view elf = "\x7f\x45LF";
    std::array<char, elf.size()> magic{};
    std::ifstream file(path, std::ios::binary);
    return file.read(magic.data(), magic.size()) && std::string_view(magic.data(), magic.size()) == elf;
}

FoundPlugin examine_library(const fs::path& library, Abi host) {
    const ManifestNote note = read_elf_note(library);
    check_abi(note.abi, host);
    const fs::path file = fs::canonical(library);
    FoundPlugin plugin{file, file, note.abi, parse_manifest(note.text)};
    if (!plugin.manifest.host.empty()) {
        throw NotAPlugin("its manifest names host \"" + plugin.manifest.host + "\", which a library has no use for");
    }
    return plugin;
}

std::optional<FoundPlugin> examine_hosted(const fs::path& manifest) {
    std::optional<MappedFile> text;
    try {
        text.emplace(manifest);
    } catch (const std::exception& error) {
        throw NotAPlugin(error.what());
    }
    FoundPlugin plugin{fs::canonical(manifest), "", {}, parse_manifest(text->bytes(), manifest.string())};
    if (plugin.manifest.host.empty()) {
        return std::nullopt;
    }
    const fs::path script = plugin.folder() / plugin.manifest.script;
    if (!fs::is_regular_file(script)) {
        throw NotAPlugin("its script " + script.string() + " is not there");
    }
    if (const std::string danger = why_not_trusted(script); !danger.empty()) {
        throw NotAPlugin("its script " + script.string() + " " + danger);
    }
    return plugin;
}

void set_host(FoundPlugin& plugin, const FoundPlugin* host) {
    if (host == nullptr) {
        throw NotAPlugin("its host \"" + plugin.manifest.host + "\" was not found");
    }
    if (host->manifest.kind != Kind::Host) {
        throw NotAPlugin("its host \"" + plugin.manifest.host + "\" is of kind \"" +
                         std::string(to_string(host->manifest.kind)) + "\" and runs no plugins");
    }
    plugin.library = host->library;
    plugin.abi = host->abi;
    plugin.host = host->manifest.title();
}

FoundPlugin examine(const fs::path& file, const Catalog& catalog) {
    if (file.filename() != manifest_name) {
        return examine_library(file);
    }
    std::optional<FoundPlugin> plugin = examine_hosted(file);
    if (!plugin) {
        throw NotAPlugin("it names no host, so it is of the source of a library; that library is the plugin");
    }
    set_host(*plugin, catalog.find(plugin->manifest.host));
    return *std::move(plugin);
}

Catalog::Catalog(const std::vector<fs::path>& folders, Abi host) : host_(host) {
    std::error_code none;
    const fs::path installed = fs::canonical(installed_plugins(), none);
    for (const fs::path& folder : folders) {
        std::error_code error;
        const fs::path real = fs::canonical(folder, error);
        if (error || !fs::is_directory(real)) {
            refusals_.push_back({folder, "no such folder"});
        } else {
            installed_ = real == installed;
            search(real);
        }
    }
    find_hosts();
}

void Catalog::search(const fs::path& folder) {
    if (const std::string danger = why_not_trusted(folder); !danger.empty()) {
        refusals_.push_back({folder, danger});
        return;
    }
    for (const fs::path& entry : sorted_entries(folder)) {
        if (is_folder(entry)) {
            search(entry);
        } else if (entry.extension() == ".so" || entry.filename() == manifest_name) {
            consider(entry);
        }
    }
}

void Catalog::consider(const fs::path& file) {
    try {
        if (const std::string danger = why_not_trusted(file); !danger.empty()) {
            throw NotAPlugin(danger);
        }
        if (file.filename() != manifest_name) {
            add(examine_library(file, host_));
        } else if (std::optional<FoundPlugin> hosted = examine_hosted(file)) {
            add(*std::move(hosted));
        }
    } catch (const Problems& problems) {
        refusals_.push_back({file, "broken manifest: " + std::string(problems.what())});
    } catch (const std::exception& error) {
        refusals_.push_back({file, error.what()});
    }
}

void Catalog::add(FoundPlugin plugin) {
    if (const FoundPlugin* first = find(plugin.manifest.name)) {
        if (!fs::equivalent(first->file, plugin.file)) {
            refusals_.push_back({plugin.file, "a plugin named \"" + plugin.manifest.name + "\" was already found at " +
                                                  first->file.string()});
        }
        return;
    }
    plugin.installed = installed_;
    plugins_.push_back(std::move(plugin));
}

/// Last of all, since the host may lie in a folder after that of the plugin.
void Catalog::find_hosts() {
    for (FoundPlugin& plugin : plugins_) {
        try {
            if (!plugin.manifest.host.empty()) {
                set_host(plugin, find(plugin.manifest.host));
            }
        } catch (const NotAPlugin& refused) {
            refusals_.push_back({plugin.file, refused.what()});
        }
    }
    std::erase_if(plugins_, [](const FoundPlugin& plugin) { return plugin.library.empty(); });
}

const FoundPlugin* Catalog::find(std::string_view name) const {
    const auto found = std::find_if(plugins_.begin(), plugins_.end(),
                                    [&](const auto& plugin) { return plugin.manifest.name == name; });
    return found == plugins_.end() ? nullptr : &*found;
}

std::string Catalog::why_refused(std::string_view name) const {
    for (const Refusal& refusal : refusals_) {
        const fs::path named = refusal.path.filename() == manifest_name ? refusal.path.parent_path() : refusal.path;
        if (comparable(named.stem()) == comparable(std::string(name))) {
            return refusal.path.string() + ": " + refusal.reason;
        }
    }
    return "";
}

std::vector<std::string> Catalog::names() const {
    std::vector<std::string> names;
    for (const FoundPlugin& plugin : plugins_) {
        names.push_back(plugin.manifest.name);
    }
    return names;
}

std::vector<fs::path> search_path(const std::vector<std::string>& given) {
    std::vector<fs::path> folders(given.begin(), given.end());
    if (const char* variable = std::getenv("ATTACHE_PLUGIN_PATH")) {
        std::istringstream list(variable);
        for (std::string folder; std::getline(list, folder, ':');) {
            if (!folder.empty()) {
                folders.emplace_back(folder);
            }
        }
    }
    if (fs::path installed = installed_plugins(); !installed.empty()) {
        folders.push_back(std::move(installed));
    }
    return folders;
}

fs::path installed_plugins() {
    const fs::path program = boost::dll::program_location().parent_path().string();
    for (const fs::path& installed : {program / "plugins", program.parent_path() / "lib/attache/plugins"}) {
        if (fs::is_directory(installed)) {
            return installed;
        }
    }
    return {};
}

}  // namespace attache::core
