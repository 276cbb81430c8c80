// What a plugin says of itself in its plugin.toml.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/layer_schema.h"
#include "manifest/setting_schema.h"

namespace attache::core {

/// A host takes no part in a pipeline itself: it runs plugins that are no libraries, such as scripts.
enum class Kind : std::uint8_t { Reader, Annotator, Exporter, Host };
std::string_view to_string(Kind kind);

/// A layer that a plugin reads or writes: "entity", "entity@1", and for reading "time?" if it can do without.
struct LayerUse {
    std::string name;
    int version = 0;  ///< 0: any
    bool optional = false;
};

struct Manifest {
    std::string name;
    std::string version;
    Kind kind = Kind::Annotator;
    std::string summary;
    std::string licence;
    std::string host;     ///< the plugin of kind "host" that runs it; "" for one that is a library of its own
    std::string script;   ///< hosted plugins: the file that the host runs; one of the resources
    bool splits = false;  ///< hosted readers: cut their inputs into records themselves
    bool one_instance_for_all = false;  ///< else one a worker
    std::vector<LayerUse> reads;
    std::vector<LayerUse> writes;
    std::vector<LayerSchema> layers;  ///< of its own
    std::vector<std::string> resources;
    std::vector<std::string> extensions;   ///< readers: of the inputs they take, with the dot, in lower case
    std::vector<std::string> files;        ///< exporters: what they write into the run folder
    std::vector<std::string> reads_files;  ///< exporters: files of the run folder that they read in `finish`
    std::vector<SettingSchema> settings;

    /// "NAME VERSION".
    std::string title() const { return name + " " + version; }
    const SettingSchema* find_setting(std::string_view setting) const;
    /// A layer as this plugin knows it: its own, else the standard one; null if there is none of this name.
    const LayerSchema* find_layer(std::string_view layer) const;
};

/// Every setting with its default.
std::map<std::string, SettingValue, std::less<>> default_settings(const Manifest& manifest);

/// Parses the text of a plugin.toml. Throws Problems.
Manifest parse_manifest(std::string_view text, const std::string& file = "plugin.toml");

/// Files of the run folder that the core writes; exporters may read, not write them.
const std::vector<std::string>& core_files();

}  // namespace attache::core
