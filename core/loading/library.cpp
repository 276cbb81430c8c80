#include "loading/library.h"

#define BOOST_DLL_USE_STD_FS
#include <boost/dll/shared_library.hpp>
#include <map>
#include <mutex>

namespace attache::core {

namespace {

/// The function that a kind cannot do without, by name; "" if the table has it.
std::string missing_function(const attache_plugin& table, Kind kind) {
    if (!ATTACHE_HAS(&table, create) || !ATTACHE_HAS(&table, destroy)) {
        return "create or destroy";
    }
    switch (kind) {
        case Kind::Reader:
            return ATTACHE_HAS(&table, read) ? "" : "read";
        case Kind::Annotator:
            return ATTACHE_HAS(&table, annotate) ? "" : "annotate";
        case Kind::Exporter:
            return ATTACHE_HAS(&table, consume) && ATTACHE_HAS(&table, finish) ? "" : "consume or finish";
        default:
            for (const Kind hosted : {Kind::Reader, Kind::Annotator, Kind::Exporter}) {
                if (std::string missing = missing_function(table, hosted); !missing.empty()) {
                    return missing;
                }
            }
            return "";
    }
}

void check_table(const attache_plugin& table, const FoundPlugin& plugin) {
    const Abi abi{table.head.abi_major, table.head.abi_minor};
    if (abi != plugin.abi) {
        throw NotAPlugin("its manifest says plugin ABI " + to_string(plugin.abi) + ", its table " + to_string(abi));
    }
    if (const std::string missing = missing_function(table, plugin.manifest.kind); !missing.empty()) {
        throw NotAPlugin("its manifest says kind \"" + std::string(to_string(plugin.manifest.kind)) +
                         "\", but its table has no function " + missing);
    }
}

boost::dll::shared_library open(const FoundPlugin& plugin) {
    try {
        return boost::dll::shared_library(plugin.library, boost::dll::load_mode::rtld_now);
    } catch (const std::exception& error) {
        throw NotAPlugin("cannot be loaded: " + std::string(error.what()));
    }
}

}  // namespace

const attache_plugin& load(const FoundPlugin& plugin) {
    static std::mutex mutex;
    static auto& loaded = *new std::map<std::filesystem::path, boost::dll::shared_library>;
    const std::lock_guard lock(mutex);
    auto found = loaded.find(plugin.library);
    if (found == loaded.end()) {
        boost::dll::shared_library library = open(plugin);
        if (!library.has(ATTACHE_PLUGIN_SYMBOL)) {
            throw NotAPlugin("it does not export " ATTACHE_PLUGIN_SYMBOL);
        }
        found = loaded.emplace(plugin.library, std::move(library)).first;
    }
    const attache_plugin& table = found->second.get<const attache_plugin>(ATTACHE_PLUGIN_SYMBOL);
    check_table(table, plugin);
    return table;
}

}  // namespace attache::core
