// Which plugins there are: what was found in the folders searched, and what was refused and why. Runs no plugin code.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/elf_note.h"
#include "manifest/manifest.h"

namespace attache::core {

struct FoundPlugin {
    std::filesystem::path file;     ///< absolute; the library, or the plugin.toml of a hosted plugin
    std::filesystem::path library;  ///< absolute; that of the plugin or of its host
    Abi abi;                        ///< that the library was built against
    Manifest manifest;
    std::string host = {};   ///< of a hosted plugin: "NAME VERSION" of the plugin that runs it
    bool installed = false;  ///< it came with this installation

    /// Where its resources lie.
    std::filesystem::path folder() const { return file.parent_path(); }
};

struct Refusal {
    std::filesystem::path path;
    std::string reason;
};

/// The ABI of this host.
Abi host_abi();

class Catalog {
public:
    /// Searches the folders in order, each with its subfolders, for *.so, and for each plugin.toml that names a host.
    /// Of two plugins with one name the first found is taken, the other refused. A folder that does not exist is a
    /// refusal too.
    explicit Catalog(const std::vector<std::filesystem::path>& folders, Abi host = host_abi());

    const std::vector<FoundPlugin>& plugins() const { return plugins_; }
    const std::vector<Refusal>& refusals() const { return refusals_; }

    /// Null if there is none of this name.
    const FoundPlugin* find(std::string_view name) const;
    /// Why a library whose file is named after the plugin, or a plugin.toml in a folder that is, was refused; "" if
    /// none was.
    std::string why_refused(std::string_view name) const;
    std::vector<std::string> names() const;

private:
    void search(const std::filesystem::path& folder);
    void consider(const std::filesystem::path& file);
    void add(FoundPlugin plugin);
    void find_hosts();

    Abi host_;
    bool installed_ = false;  ///< the folder being searched is the installation's
    std::vector<FoundPlugin> plugins_;
    std::vector<Refusal> refusals_;
};

/// Whether the path names a plugin rather than a configuration: a library, or a file named plugin.toml.
bool looks_like_plugin(const std::filesystem::path& path);

/// Reads the manifest of one library and checks that this host could run it. Throws NotAPlugin or Problems.
FoundPlugin examine_library(const std::filesystem::path& library, Abi abi = host_abi());
/// Reads the plugin.toml of a hosted plugin, whose host is still to be found. Nothing if it names no host: then it is
/// of the source of a library. Throws NotAPlugin or Problems.
std::optional<FoundPlugin> examine_hosted(const std::filesystem::path& manifest);
/// Sets what runs the plugin. Throws NotAPlugin if that is null or no host.
void set_host(FoundPlugin& plugin, const FoundPlugin* host);
/// Either kind of plugin by its file; the catalog has the hosts. Throws NotAPlugin or Problems.
FoundPlugin examine(const std::filesystem::path& file, const Catalog& catalog);

/// The folders to search: those given on the command line, those of ATTACHE_PLUGIN_PATH (separated by ':'), and that of
/// the installation: `plugins` beside the program, or `lib/attache/plugins` beside its `bin`.
std::vector<std::filesystem::path> search_path(const std::vector<std::string>& given);
/// The folder of the installation's plugins; "" if there is none.
std::filesystem::path installed_plugins();

}  // namespace attache::core
