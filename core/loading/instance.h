// One instance of a plugin, and calls into it whose outcome is a value.
#pragma once

#include <cstdint>
#include <string>

#include "loading/host.h"
#include "loading/library.h"

namespace attache::core {

struct CallResult {
    attache_status status = ATTACHE_OK;
    std::string message;
    bool ok() const { return status == ATTACHE_OK; }
};

class Instance {
public:
    /// Loads the library if need be and creates an instance. Throws std::runtime_error if either is refused. All
    /// arguments must outlive it.
    Instance(const PlannedPlugin& plugin, const Plan& plan, const attache_host* host = host_table());
    /// Logs what destroy() finds wrong.
    ~Instance();
    Instance(const Instance&) = delete;
    Instance& operator=(const Instance&) = delete;

    const PlannedPlugin& plugin() const { return plugin_; }

    /// The document's layers that the plugin writes are there when this returns OK, complete and checked; otherwise the
    /// document is as it was before.
    CallResult annotate(Document& document);
    CallResult read(std::string_view record, Document& document);
    bool splits() const;
    CallResult split(std::string_view data, bool at_end, attache_record& record);
    CallResult consume(const Document& document, ExporterServices& services);
    CallResult finish(ExporterServices& services);
    /// Forgets what was learned from documents: with the plugin's reset, else by making it anew. Instances for all
    /// threads stay as they are. Called after a document failed.
    void recover();
    /// Ends the instance; nothing may be called afterwards.
    CallResult destroy();

private:
    template <class Function>
    static CallResult call(const CallScope& scope, const Function& function);
    void create();

    const PlannedPlugin& plugin_;
    const Plan& plan_;
    const attache_plugin& table_;
    const attache_host* host_;
    void* self_ = nullptr;
};

}  // namespace attache::core
