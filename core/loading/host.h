// The host's side of the boundary: the functions that plugins call, and what their handles stand for.
#pragma once

#include <attache/plugin.h>

#include <string>
#include <string_view>

#include "config/plan.h"
#include "document/document.h"

namespace attache::core {

/// Where an exporter's calls end up. Functions throw std::exception with a message for a person.
class ExporterServices {
public:
    virtual ~ExporterServices() = default;
    virtual void write(std::string_view file, std::string_view bytes) = 0;
    virtual std::string_view read_file(std::string_view file) = 0;
    virtual void put(std::string_view key, std::string_view value) = 0;
    /// False at the end.
    virtual bool next(std::string_view& key, std::string_view& value) = 0;
    virtual void figure(std::string_view name, std::int64_t value) = 0;
};

/// The table for plugins of this major version; `minor` below the present one gives the table of a host of that time.
const attache_host* host_table(std::uint16_t minor = ATTACHE_ABI_MINOR);

/// What the present thread's call into a plugin is about: the log and errors are marked with it, and the handles given,
/// which may be null, are good on this thread while it lasts.
class CallScope {
public:
    explicit CallScope(const PlannedPlugin& plugin, const attache_document* document = nullptr,
                       const attache_output* output = nullptr);
    ~CallScope();
    CallScope(const CallScope&) = delete;
    CallScope& operator=(const CallScope&) = delete;

    /// The message of the last failure in this call, or a stand-in if the plugin gave none.
    std::string message() const;
};

/// How often a plugin of this process used a handle outside of the call that lent it or on another thread. Such a use
/// fails and touches nothing.
std::uint64_t stray_handles();

/// Maps one of the plugin's data files once for the process. Throws std::runtime_error if it is not there.
std::string_view map_resource(const PlannedPlugin& plugin, std::string_view name);

}  // namespace attache::core

// The handles that plugins hold.
struct attache_settings {
    const attache::core::PlannedPlugin& plugin;
    const attache::core::Plan& plan;
};

struct attache_document {
    attache::core::Document& document;
    const attache::core::PlannedPlugin& plugin;
    const attache::core::Plan& plan;
    bool failed = false;  ///< a host function failed: the document fails whatever the plugin returns
};

struct attache_output {
    attache::core::ExporterServices& services;
    const attache::core::PlannedPlugin& plugin;
    bool finishing = false;
};
