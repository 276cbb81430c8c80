// A configuration held against the plugins that were found: what will run, with which settings, over which layers.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "config/config.h"
#include "loading/catalog.h"

namespace attache::core {

/// Whether a plugin runs in worker processes of its own, and what it may use there.
struct Isolation {
    bool on = false;
    double timeout_seconds = 0;         ///< for one document; ten times as long for a step of an exporter's end
    std::int64_t memory_megabytes = 0;  ///< private memory of one process
};

struct PlannedPlugin {
    const FoundPlugin* found = nullptr;
    std::string stage;
    Place place;
    std::map<std::string, SettingValue, std::less<>> settings;  ///< every setting of the manifest; paths are absolute
    Isolation isolation = {};

    const Manifest& manifest() const { return found->manifest; }
    /// The files that it may read: its resources by name, then those that its settings name, by absolute path.
    std::vector<std::string> data_files() const;
};

/// A layer as this run will have it.
struct PlannedLayer {
    LayerSchema schema;
    std::string producer;  ///< "NAME VERSION"
};

/// Everything that is known before the first document. Immutable from then on; shared by all threads. Holds pointers
/// into the catalog, which must outlive it.
struct Plan {
    Config config;
    std::vector<PlannedPlugin> readers;
    std::vector<PlannedPlugin> annotators;
    std::vector<PlannedPlugin> exporters;
    std::deque<PlannedLayer> layers;  ///< in the order in which they are written; addresses are stable

    const PlannedLayer* find_layer(std::string_view name) const;
    std::vector<PlannedPlugin>& plugins_of(Kind kind);
};

/// Checks that every plugin exists and is compatible, every setting is known, of its type and in its range, every layer
/// read is written by a plugin before it, and by one only. Throws Problems with all that is wrong.
Plan make_plan(const std::filesystem::path& config, const std::vector<std::string>& sets, const Catalog& catalog);

/// The plan's data flow in words, one plugin a line: what it reads and writes.
std::string describe_flow(const Plan& plan);

}  // namespace attache::core
