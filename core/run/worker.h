// What one thread of a run does with a record: read it into a document, annotate it, and put it into its lasting form.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <vector>

#include "isolation/executor.h"
#include "run/records.h"
#include "store/store.h"

namespace attache::core {

/// Thrown when the run cannot go on; what() says why.
class RunStopped : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Thrown before the first document when a plugin cannot be loaded or refuses its settings.
class CannotStart : public RunStopped {
public:
    using RunStopped::RunStopped;
};

/// A plugin as `make` starts it. Throws CannotStart, naming it.
template <class Make>
auto start(const PlannedPlugin& plugin, const Make& make) {
    try {
        return make();
    } catch (const NotAPlugin& refused) {
        throw CannotStart("plugin \"" + plugin.manifest().name + "\" (" + plugin.found->file.string() +
                          ") is refused: " + refused.what());
    } catch (const std::exception& error) {
        throw CannotStart(error.what());
    }
}

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

/// The instances in this process that serve all workers, by the plugin that asked for it.
using SharedInstances = std::map<const PlannedPlugin*, std::shared_ptr<Executor>>;
SharedInstances make_shared_instances(const Plan& plan);

/// One thread at a time.
class Worker {
public:
    /// Creates instances of all readers and annotators. Throws RunStopped naming the plugin that cannot start. The plan
    /// must outlive the worker. `cases` is where isolated plugins keep what they failed on.
    Worker(const Plan& plan, const SharedInstances& shared, Render render, const std::filesystem::path& cases);

    /// Takes a batch through all plugins, one plugin after the other, so that one in a process of its own has many
    /// documents under way. Throws RunStopped if a plugin says that the run must not go on.
    std::vector<Processed> process(const std::vector<Record>& records);

    /// In the order of readers, then annotators.
    const std::vector<PluginTime>& times() const { return times_; }

private:
    /// A record of the batch with the document that it becomes, if it does.
    struct Item {
        const Record* record;
        Document* document;
        Processed* processed;
    };

    std::vector<Item> begin(const std::vector<Record>& records, std::vector<Processed>& processed);
    void read(std::vector<Item>& items);
    static void add_published(const Record& record, Document& document);
    void annotate(Executor& annotator, PluginTime& time, std::vector<Item>& items);
    void settle(std::vector<Item>& items, const Executor& executor, const std::vector<CallResult>& results);

    const Plan& plan_;
    Render render_;
    std::vector<std::unique_ptr<Document>> documents_;  ///< as many as the largest batch had
    std::vector<std::shared_ptr<Executor>> readers_;
    std::vector<std::shared_ptr<Executor>> annotators_;
    std::vector<PluginTime> times_;
};

}  // namespace attache::core
