#include "isolation/renewed_process.h"

#include <optional>

#include "isolation/cases.h"

namespace attache::core {

RenewedProcess::RenewedProcess(const PlannedPlugin& plugin, const Plan& plan, Folders folders, CatchUp catch_up)
    : plugin_(plugin),
      plan_(plan),
      folders_(std::move(folders)),
      catch_up_(std::move(catch_up)),
      process_(std::make_unique<PluginProcess>(plugin, plan, folders_.run)),
      splits_(process_->splits()) {}

std::vector<CallResult> RenewedProcess::all(std::size_t count, const PluginProcess::Ask& ask, const TakeResult& take) {
    std::vector<CallResult> results(count);
    std::size_t done = 0;
    std::optional<std::size_t> suspect;
    while (done < count) {
        const std::size_t from = done;
        const std::size_t many = suspect == done ? 1 : count - done;
        std::string failure;
        done += process().exchange(
            many, [&](std::size_t i, MessageWriter& request) { ask(from + i, request); },
            [&](std::size_t i, std::string_view answer) { results[from + i] = take(from + i, answer); }, failure);
        if (failure.empty()) {
            continue;
        }
        process_.reset();
        if (suspect != done) {
            suspect = done;
            continue;
        }
        MessageWriter request;
        ask(done, request);
        results[done] = {ATTACHE_ERROR, failure + keep_case(folders_.cases, plugin_, plan_, request.bytes())};
        ++done;
    }
    return results;
}

std::string RenewedProcess::once(const PluginProcess::Ask& ask, const PluginProcess::Take& take, int timeouts) {
    std::string failure;
    process().exchange(1, ask, take, failure, timeouts);
    if (!failure.empty()) {
        process_.reset();
    }
    return failure;
}

PluginProcess& RenewedProcess::process() {
    if (!process_) {
        process_ = std::make_unique<PluginProcess>(plugin_, plan_, folders_.run);
        if (catch_up_) {
            catch_up_(*process_);
        }
    }
    return *process_;
}

}  // namespace attache::core
