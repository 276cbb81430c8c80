#include "run/worker.h"

namespace attache::core {

namespace {

std::shared_ptr<Instance> make_instance(const PlannedPlugin& plugin, const Plan& plan) {
    try {
        return std::make_shared<Instance>(plugin, plan);
    } catch (const NotAPlugin& refused) {
        throw RunStopped("plugin \"" + plugin.manifest().name + "\" (" + plugin.found->library.string() +
                         ") is refused: " + refused.what());
    } catch (const std::exception& error) {
        throw RunStopped(error.what());
    }
}

}  // namespace

SharedInstances make_shared_instances(const Plan& plan) {
    SharedInstances shared;
    for (const auto* plugins : {&plan.readers, &plan.annotators}) {
        for (const PlannedPlugin& plugin : *plugins) {
            if (plugin.manifest().one_instance_for_all) {
                shared[&plugin] = make_instance(plugin, plan);
            }
        }
    }
    return shared;
}

Worker::Worker(const Plan& plan, const SharedInstances& shared, Render render)
    : plan_(plan), render_(std::move(render)), times_(plan.readers.size() + plan.annotators.size()) {
    const auto instances = [&](const std::vector<PlannedPlugin>& plugins) {
        std::vector<std::shared_ptr<Instance>> made;
        for (const PlannedPlugin& plugin : plugins) {
            const auto found = shared.find(&plugin);
            made.push_back(found != shared.end() ? found->second : make_instance(plugin, plan));
        }
        return made;
    };
    readers_ = instances(plan.readers);
    annotators_ = instances(plan.annotators);
}

Processed Worker::process(Record record) {
    Processed processed;
    processed.bytes = record.bytes.size();
    processed.record.origin = record.source;
    Rejection& about = processed.record.about;
    about.id = about.source = record.source;
    if (!record.skipped.empty() || !record.rejected.empty()) {
        processed.record.outcome = record.skipped.empty() ? Outcome::Rejected : Outcome::Skipped;
        about.reason = record.skipped.empty() ? record.rejected : record.skipped;
        return processed;
    }
    document_.clear();
    const CallResult read_result = read(record);
    about.id = document_.field("id");
    about.source = document_.field("source");
    if (!read_result.ok()) {
        reject(processed, *readers_[record.reader], read_result);
        return processed;
    }
    for (std::size_t i = 0; i < annotators_.size(); ++i) {
        const CallResult result = timed(plan_.readers.size() + i, [&] { return annotators_[i]->annotate(document_); });
        if (!result.ok()) {
            reject(processed, *annotators_[i], result);
            return processed;
        }
    }
    processed.record.body = render_(document_);
    return processed;
}

CallResult Worker::read(const Record& record) {
    document_.set_field("id", record.source);
    document_.set_field("source", record.source);
    return timed(record.reader, [&] { return readers_[record.reader]->read(record.bytes, document_); });
}

void Worker::reject(Processed& processed, const Instance& instance, const CallResult& result) {
    const PlannedPlugin& plugin = instance.plugin();
    if (result.status == ATTACHE_FATAL) {
        throw RunStopped("plugin \"" + plugin.manifest().name + "\" ended the run: " + result.message);
    }
    processed.record.outcome = result.status == ATTACHE_SKIP ? Outcome::Skipped : Outcome::Rejected;
    processed.record.about.stage = plugin.stage;
    processed.record.about.plugin = plugin.manifest().title();
    processed.record.about.reason = result.message;
}

template <class Call>
CallResult Worker::timed(std::size_t plugin, const Call& call) {
    const auto before = std::chrono::steady_clock::now();
    CallResult result = call();
    times_[plugin] += {1, std::chrono::steady_clock::now() - before};
    return result;
}

}  // namespace attache::core
