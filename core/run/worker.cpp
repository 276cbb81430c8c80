#include "run/worker.h"

#include <algorithm>

namespace attache::core {

SharedInstances make_shared_instances(const Plan& plan) {
    SharedInstances shared;
    for (const auto* plugins : {&plan.readers, &plan.annotators}) {
        for (const PlannedPlugin& plugin : *plugins) {
            if (plugin.manifest().one_instance_for_all && !plugin.isolation.on) {
                shared[&plugin] = start(plugin, [&] { return make_executor(plugin, plan); });
            }
        }
    }
    return shared;
}

Worker::Worker(const Plan& plan, const SharedInstances& shared, Render render, const std::filesystem::path& cases)
    : plan_(plan), render_(std::move(render)), times_(plan.readers.size() + plan.annotators.size()) {
    const auto instances = [&](const std::vector<PlannedPlugin>& plugins) {
        std::vector<std::shared_ptr<Executor>> made;
        for (const PlannedPlugin& plugin : plugins) {
            const auto found = shared.find(&plugin);
            if (found != shared.end()) {
                made.push_back(found->second);
            } else {
                made.push_back(start(plugin, [&] { return make_executor(plugin, plan, cases); }));
            }
        }
        return made;
    };
    readers_ = instances(plan.readers);
    annotators_ = instances(plan.annotators);
}

std::vector<Processed> Worker::process(const std::vector<Record>& records) {
    std::vector<Processed> processed(records.size());
    std::vector<Item> items = begin(records, processed);
    read(items);
    for (std::size_t i = 0; i < annotators_.size(); ++i) {
        annotate(*annotators_[i], times_[plan_.readers.size() + i], items);
    }
    for (const Item& item : items) {
        item.processed->record.body = render_(*item.document);
    }
    return processed;
}

/// Notes where each record comes from; those that can become documents are the items.
std::vector<Worker::Item> Worker::begin(const std::vector<Record>& records, std::vector<Processed>& processed) {
    std::vector<Item> items;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Record& record = records[i];
        StoredRecord& stored = processed[i].record;
        processed[i].bytes = record.bytes.size();
        stored.origin = stored.about.id = stored.about.source = record.source;
        if (!record.skipped.empty() || !record.rejected.empty()) {
            stored.outcome = record.skipped.empty() ? Outcome::Rejected : Outcome::Skipped;
            stored.about.reason = record.skipped.empty() ? record.rejected : record.skipped;
            continue;
        }
        if (documents_.size() <= items.size()) {
            documents_.push_back(std::make_unique<Document>());
        }
        Document* document = documents_[items.size()].get();
        document->clear();
        document->set_field("id", record.source);
        document->set_field("source", record.source);
        items.push_back({&record, document, &processed[i]});
    }
    return items;
}

/// What the document itself says goes before.
void Worker::add_published(const Record& record, Document& document) {
    if (record.published && document.field("published").empty()) {
        document.set_field("published", record.published->date);
        document.set_field("published_from", record.published->from);
    }
}

/// Neighbours with one reader go to it together.
void Worker::read(std::vector<Item>& items) {
    std::vector<Item> made;
    for (auto first = items.begin(); first != items.end();) {
        const std::size_t reader = first->record->reader;
        const auto last =
            std::find_if(first, items.end(), [&](const Item& item) { return item.record->reader != reader; });
        std::vector<Item> run(first, last);
        std::vector<Reading> readings;
        for (const Item& item : run) {
            readings.push_back({item.record->bytes, item.document});
        }
        const auto before = std::chrono::steady_clock::now();
        const std::vector<CallResult> results = readers_[reader]->read(readings);
        times_[reader] += {static_cast<std::int64_t>(run.size()), std::chrono::steady_clock::now() - before};
        for (const Item& item : run) {
            item.processed->record.about.id = item.document->field("id");
            item.processed->record.about.source = item.document->field("source");
        }
        settle(run, *readers_[reader], results);
        for (const Item& item : run) {
            add_published(*item.record, *item.document);
        }
        made.insert(made.end(), run.begin(), run.end());
        first = last;
    }
    items = std::move(made);
}

void Worker::annotate(Executor& annotator, PluginTime& time, std::vector<Item>& items) {
    std::vector<Document*> documents;
    for (const Item& item : items) {
        documents.push_back(item.document);
    }
    const auto before = std::chrono::steady_clock::now();
    const std::vector<CallResult> results = annotator.annotate(documents);
    time += {static_cast<std::int64_t>(items.size()), std::chrono::steady_clock::now() - before};
    settle(items, annotator, results);
}

/// Takes those out whose call failed, with the reason.
void Worker::settle(std::vector<Item>& items, const Executor& executor, const std::vector<CallResult>& results) {
    const PlannedPlugin& plugin = executor.plugin();
    std::vector<Item> good;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const CallResult& result = results[i];
        if (result.ok()) {
            good.push_back(items[i]);
            continue;
        }
        if (result.status == ATTACHE_FATAL) {
            throw RunStopped("plugin \"" + plugin.manifest().name + "\" ended the run: " + result.message);
        }
        StoredRecord& stored = items[i].processed->record;
        stored.outcome = result.status == ATTACHE_SKIP ? Outcome::Skipped : Outcome::Rejected;
        stored.about.stage = plugin.stage;
        stored.about.plugin = plugin.manifest().title();
        stored.about.reason = result.message;
    }
    items = std::move(good);
}

}  // namespace attache::core
