// Reads the manifest's note out of a shared library without loading it, trusting none of its bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace attache::core {

struct Abi {
    std::uint16_t major = 0;
    std::uint16_t minor = 0;
    friend bool operator==(const Abi&, const Abi&) = default;
};
std::string to_string(const Abi& abi);

/// The note that ATTACHE_MANIFEST writes.
struct ManifestNote {
    Abi abi;           ///< that the plugin was built against
    std::string text;  ///< of plugin.toml
};

/// Why a file is no plugin that could be loaded; what() says it in words for a person.
class NotAPlugin : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Finds the note in the bytes of an ELF shared library of this machine's kind, and checks that every part that the
/// loader would map is there: dlopen of a truncated library kills the process. Throws NotAPlugin.
ManifestNote parse_elf_note(std::string_view file);

/// The same for a file. Throws NotAPlugin, also if it cannot be read.
ManifestNote read_elf_note(const std::filesystem::path& path);

}  // namespace attache::core
