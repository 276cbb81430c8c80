#include "loading/catalog.h"

#include <attache/plugin.h>

#include <algorithm>
#define BOOST_DLL_USE_STD_FS
#include <boost/dll/runtime_symbol_info.hpp>
#include <cstdlib>
#include <sstream>

#include "loading/trust.h"

namespace attache::core {

namespace fs = std::filesystem;

namespace {

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

/// The folder's entries by name, so that a search always goes the same way.
std::vector<fs::path> sorted_entries(const fs::path& folder) {
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(folder)) {
        entries.push_back(entry.path());
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

}  // namespace

Abi host_abi() {
    return {ATTACHE_ABI_MAJOR, ATTACHE_ABI_MINOR};
}

FoundPlugin examine(const fs::path& library, Abi host) {
    const ManifestNote note = read_elf_note(library);
    check_abi(note.abi, host);
    return {fs::canonical(library), note.abi, parse_manifest(note.text)};
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
}

void Catalog::search(const fs::path& folder) {
    if (const std::string danger = why_not_trusted(folder); !danger.empty()) {
        refusals_.push_back({folder, danger});
        return;
    }
    for (const fs::path& entry : sorted_entries(folder)) {
        if (fs::is_directory(fs::symlink_status(entry))) {
            search(entry);
        } else if (entry.extension() == ".so") {
            consider(entry);
        }
    }
}

void Catalog::consider(const fs::path& library) {
    try {
        if (const std::string danger = why_not_trusted(library); !danger.empty()) {
            throw NotAPlugin(danger);
        }
        FoundPlugin plugin = examine(library, host_);
        if (const FoundPlugin* first = find(plugin.manifest.name)) {
            throw NotAPlugin("a plugin named \"" + plugin.manifest.name + "\" was already found at " +
                             first->library.string());
        }
        plugin.installed = installed_;
        plugins_.push_back(std::move(plugin));
    } catch (const Problems& problems) {
        refusals_.push_back({library, "broken manifest: " + std::string(problems.what())});
    } catch (const std::exception& error) {
        refusals_.push_back({library, error.what()});
    }
}

const FoundPlugin* Catalog::find(std::string_view name) const {
    const auto found = std::find_if(plugins_.begin(), plugins_.end(),
                                    [&](const auto& plugin) { return plugin.manifest.name == name; });
    return found == plugins_.end() ? nullptr : &*found;
}

std::string Catalog::why_refused(std::string_view name) const {
    for (const Refusal& refusal : refusals_) {
        if (refusal.path.stem() == name) {
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
