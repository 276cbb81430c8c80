// A plugin's worker process, started anew after a request that ended it.
#pragma once

#include "isolation/plugin_process.h"

namespace attache::core {

/// One thread at a time.
class RenewedProcess {
public:
    struct Folders {
        std::filesystem::path cases = {};  ///< where requests that ended it are kept; "": nowhere
        std::filesystem::path run = {};    ///< that an exporter may read files of
    };
    /// Brings a new process to where the one was whose place it takes.
    using CatchUp = std::function<void(PluginProcess&)>;

    /// Throws std::runtime_error if the plugin cannot start. Plugin and plan must outlive it.
    RenewedProcess(const PlannedPlugin& plugin, const Plan& plan, Folders folders, CatchUp catch_up = {});

    const PlannedPlugin& plugin() const { return plugin_; }
    bool splits() const { return splits_; }

    using TakeResult = std::function<CallResult(std::size_t number, std::string_view answer)>;
    /// Asks for all. The request at which the process ended is tried once more alone in a new one, since what it died
    /// of may have been done by one before it; if it ends that one too, it is given up and kept as a case.
    std::vector<CallResult> all(std::size_t count, const PluginProcess::Ask& ask, const TakeResult& take);

    /// One request, once. Says what the process ended of, if it did.
    std::string once(const PluginProcess::Ask& ask, const PluginProcess::Take& take, int timeouts);

private:
    PluginProcess& process();

    const PlannedPlugin& plugin_;
    const Plan& plan_;
    const Folders folders_;
    const CatchUp catch_up_;
    std::unique_ptr<PluginProcess> process_;
    const bool splits_;
};

}  // namespace attache::core
