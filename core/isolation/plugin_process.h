// A worker process as its host sees it: started, asked, watched, started again.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "isolation/channel.h"
#include "isolation/wire.h"
#include "process/child_process.h"

namespace attache::core {

/// One thread at a time.
class PluginProcess {
public:
    /// Starts it. `plugin` must outlive it. Throws std::runtime_error if the plugin cannot start, saying why.
    PluginProcess(const PlannedPlugin& plugin, const Plan& plan, const std::filesystem::path& run_folder = {});
    /// Tells it to end, and ends it if it does not.
    ~PluginProcess();
    PluginProcess(const PluginProcess&) = delete;
    PluginProcess& operator=(const PluginProcess&) = delete;

    /// Whether the plugin is a reader that cuts its inputs itself.
    bool splits() const { return splits_; }

    using Ask = std::function<void(std::size_t number, MessageWriter& request)>;
    using Take = std::function<void(std::size_t number, std::string_view answer)>;

    /// Asks requests first … last - 1, many under way at once, and takes their answers in order. Gives the number of
    /// those answered; if it is not all, the process has ended and `failure` says of what: the request after the last
    /// answered is the one it was at. It may take so many timeouts for each answer.
    std::size_t exchange(std::size_t count, const Ask& ask, const Take& take, std::string& failure, int timeouts = 1);

private:
    bool push();
    bool pull(const Take& take, std::size_t count);
    std::string why_ended(const ProcessEnd& end) const;

    const PlannedPlugin& plugin_;
    Channel channel_;
    std::unique_ptr<ChildProcess> process_;
    bool started_ = false;
    bool splits_ = false;

    // The exchange under way.
    MessageWriter request_;
    std::string_view unsent_header_;
    std::string_view unsent_;
    std::uint64_t size_out_ = 0;
    std::size_t asked_ = 0;
    std::size_t answered_ = 0;
    std::uint64_t size_in_ = 0;
    std::size_t received_ = 0;
    std::vector<std::uint64_t> answer_;
};

}  // namespace attache::core
