// What one thread of a run does with a record: read it into a document, annotate it, and put it into its lasting form.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <vector>

#include "loading/instance.h"
#include "run/records.h"
#include "store/store.h"

namespace attache::core {

/// Thrown when the run cannot go on; what() says why.
class RunStopped : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Time spent in one plugin.
struct PluginTime {
    std::int64_t calls = 0;
    std::chrono::nanoseconds time{};
    PluginTime& operator+=(const PluginTime& other) {
        calls += other.calls;
        time += other.time;
        return *this;
    }
};

struct Processed {
    StoredRecord record;
    std::uint64_t bytes = 0;  ///< of the record as it was read
};

/// Turns a document into the bytes that are kept of it.
using Render = std::function<std::string(const Document&)>;

/// The instances that serve all workers, by the plugin that asked for it.
using SharedInstances = std::map<const PlannedPlugin*, std::shared_ptr<Instance>>;
SharedInstances make_shared_instances(const Plan& plan);

/// One thread at a time.
class Worker {
public:
    /// Creates instances of all readers and annotators. Throws RunStopped naming the plugin that cannot start. The plan
    /// must outlive the worker.
    Worker(const Plan& plan, const SharedInstances& shared, Render render);

    /// Throws RunStopped if a plugin says that the run must not go on.
    Processed process(Record record);

    /// In the order of readers, then annotators.
    const std::vector<PluginTime>& times() const { return times_; }

private:
    template <class Call>
    CallResult timed(std::size_t plugin, const Call& call);
    CallResult read(const Record& record);
    void reject(Processed& processed, const Instance& instance, const CallResult& result);

    const Plan& plan_;
    Render render_;
    Document document_;
    std::vector<std::shared_ptr<Instance>> readers_;
    std::vector<std::shared_ptr<Instance>> annotators_;
    std::vector<PluginTime> times_;
};

}  // namespace attache::core
