// A pipeline's configuration as written, with the place of everything, before it is held against the plugins.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "manifest/problem.h"
#include "manifest/toml_fwd.h"

namespace attache::core {

struct PluginEntry {
    std::string name;
    Place place;
};

struct Stage {
    std::string name;
    Place place;
    std::vector<PluginEntry> plugins;
};

/// [run]: how much may be under way at once.
struct RunLimits {
    std::int64_t documents_in_flight = 512;
    std::int64_t megabytes_in_flight = 256;
    std::int64_t max_document_megabytes = 64;
};

/// A value for a plugin's setting, from the file or from --set.
struct GivenSetting {
    std::string file;  ///< for messages; "--set" for the command line
    Place place;       ///< of the key
    std::shared_ptr<const toml::node> value;
    std::shared_ptr<const toml::node> as_written = nullptr;  ///< of a --set, where VALUE is no text in TOML
};

/// The settings given for one plugin: a [plugin.NAME] table, then --set.
struct GivenSettings {
    Place place;
    std::map<std::string, GivenSetting> values;
};

struct Config {
    std::string file;
    std::string hash;  ///< SHA-256 of the file's bytes and of every --set
    std::vector<Stage> stages;
    RunLimits limits;
    std::map<std::string, GivenSettings> plugins;
};

/// Reads a configuration's text and lays the --set arguments (PLUGIN.KEY=VALUE) over it. VALUE is TOML; for a
/// setting that is a text, what is no text in TOML (2024-05-01, 12, theme) is taken as it is written.
/// `file` is for messages. Adds problems to `problems`; throws Problems if it is not TOML.
Config parse_config(std::string_view text, const std::string& file, const std::vector<std::string>& sets,
                    std::vector<Problem>& problems);

/// The same for a file. Throws Problems also if it cannot be read.
Config read_config(const std::filesystem::path& file, const std::vector<std::string>& sets,
                   std::vector<Problem>& problems);

/// SHA-256 in hexadecimal.
std::string sha256(std::string_view bytes);

}  // namespace attache::core
