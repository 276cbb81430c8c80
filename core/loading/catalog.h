// Which plugins there are: what was found in the folders searched, and what was refused and why. Runs no plugin code.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/elf_note.h"
#include "manifest/manifest.h"

namespace attache::core {

struct FoundPlugin {
    std::filesystem::path library;  ///< absolute
    Abi abi;                        ///< that it was built against
    Manifest manifest;
    bool installed = false;  ///< it came with this installation
};

struct Refusal {
    std::filesystem::path path;
    std::string reason;
};

/// The ABI of this host.
Abi host_abi();

class Catalog {
public:
    /// Searches the folders in order, each with its subfolders, for *.so. Of two plugins with one name the first found
    /// is taken, the other refused. A folder that does not exist is a refusal too.
    explicit Catalog(const std::vector<std::filesystem::path>& folders, Abi host = host_abi());

    const std::vector<FoundPlugin>& plugins() const { return plugins_; }
    const std::vector<Refusal>& refusals() const { return refusals_; }

    /// Null if there is none of this name.
    const FoundPlugin* find(std::string_view name) const;
    /// Why a library whose file is named after the plugin was refused; "" if none was.
    std::string why_refused(std::string_view name) const;
    std::vector<std::string> names() const;

private:
    void search(const std::filesystem::path& folder);
    void consider(const std::filesystem::path& library);

    Abi host_;
    bool installed_ = false;  ///< the folder being searched is the installation's
    std::vector<FoundPlugin> plugins_;
    std::vector<Refusal> refusals_;
};

/// Reads one library's manifest and checks that this host could run it. Throws NotAPlugin or Problems.
FoundPlugin examine(const std::filesystem::path& library, Abi host = host_abi());

/// The folders to search: those given on the command line, those of ATTACHE_PLUGIN_PATH (separated by ':'), and that of
/// the installation: `plugins` beside the program, or `lib/attache/plugins` beside its `bin`.
std::vector<std::filesystem::path> search_path(const std::vector<std::string>& given);
/// The folder of the installation's plugins; "" if there is none.
std::filesystem::path installed_plugins();

}  // namespace attache::core
