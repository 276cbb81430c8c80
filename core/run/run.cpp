#include "run/run.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cerrno>
#include <ostream>
#include <system_error>

#include "document/codec.h"
#include "isolation/cases.h"
#include "isolation/exporter.h"
#include "manifest/mapped_file.h"
#include "run/ordered_pipeline.h"
#include "run/packs.h"

namespace attache::core {

namespace fs = std::filesystem;

namespace {

/// Everything that has to be the same for a run to be resumed.
std::string fingerprint(const Plan& plan, const RunOptions& options) {
    std::string text = "configuration " + plan.config.hash + "\n";
    for (const auto* plugins : {&plan.readers, &plan.annotators}) {
        for (const PlannedPlugin& plugin : *plugins) {
            text += plugin.manifest().title() + " " + sha256(MappedFile(plugin.found->file).bytes()) + "\n";
            text += plugin.found->host + " " + sha256(MappedFile(plugin.found->library).bytes()) + "\n";
            for (const std::string& resource : plugin.data_files()) {
                text += "resource " + resource + " " + sha256(map_resource(plugin, resource)) + "\n";
            }
        }
    }
    for (const std::string& input : options.inputs) {
        text += "input " + input + "\n";
    }
    text += "published from " + options.published_from.option() + "\n";
    return text;
}

void log_outcome(const StoredRecord& record) {
    const Rejection& about = record.about;
    if (record.outcome == Outcome::Rejected) {
        spdlog::warn("{}: rejected{}{}: {}", about.id, about.plugin.empty() ? "" : " by ", about.plugin, about.reason);
    } else if (record.outcome == Outcome::Skipped) {
        spdlog::info("{}: skipped: {}", about.id, about.reason);
    }
}

/// The workers of a run and what they add up to.
class Workers {
public:
    Workers(const Plan& plan, unsigned jobs, const Render& render, const fs::path& cases = {})
        : plan_(plan), shared_(make_shared_instances(plan)) {
        for (unsigned i = 0; i < jobs; ++i) {
            workers_.push_back(std::make_unique<Worker>(plan, shared_, render, cases));
        }
    }

    /// Runs all records of `records` through, up to `most_in_batch` at a time so that handing on costs little beside
    /// small documents; `consume` sees the results in order.
    template <class Consume>
    void run(RecordStream& records, std::uint64_t most_in_batch, const Consume& consume) {
        const auto jobs = static_cast<unsigned>(workers_.size());
        const RunLimits& limits = plan_.config.limits;
        const auto in_flight = static_cast<std::uint64_t>(limits.documents_in_flight);
        // Every worker needs a batch to work on and one to take next.
        const std::uint64_t batch = std::clamp<std::uint64_t>(in_flight / (2 * jobs), 1, most_in_batch);
        const CreditWindow window{std::max<std::uint64_t>(1, in_flight / batch),
                                  static_cast<std::uint64_t>(limits.megabytes_in_flight) << 20};
        run_ordered<Batch, std::vector<Processed>>(
            jobs, window, [&] { return next_batch(records, batch); }, [](const Batch& taken) { return taken.bytes; },
            // By value: its memory is free again before the results are stored.
            // NOLINTNEXTLINE(performance-unnecessary-value-param)
            [&](unsigned worker, Batch taken) { return workers_[worker]->process(taken.records); },
            [&](std::vector<Processed> results) {
                for (Processed& result : results) {
                    consume(std::move(result));
                }
            });
    }

    std::vector<PluginTime> times() const {
        std::vector<PluginTime> sum(plan_.readers.size() + plan_.annotators.size());
        for (const auto& worker : workers_) {
            for (std::size_t i = 0; i < sum.size(); ++i) {
                sum[i] += worker->times()[i];
            }
        }
        return sum;
    }

private:
    struct Batch {
        std::vector<Record> records;
        std::uint64_t bytes = 0;
    };

    static std::optional<Batch> next_batch(RecordStream& records, std::uint64_t most) {
        constexpr std::uint64_t enough_bytes = 256 * 1024;
        Batch batch;
        while (batch.records.size() < most && batch.bytes < enough_bytes && !interrupted) {
            std::optional<Record> record = records.next();
            if (!record) {
                break;
            }
            batch.bytes += record->bytes.size();
            batch.records.push_back(std::move(*record));
        }
        return batch.records.empty() ? std::nullopt : std::optional(std::move(batch));
    }

    const Plan& plan_;
    SharedInstances shared_;
    std::vector<std::unique_ptr<Worker>> workers_;
};

Store open_store(const Plan& plan, const RunOptions& options) {
    const fs::path file = options.folder / "run.sqlite";
    const std::string print = fingerprint(plan, options);
    if (!options.resume || !fs::exists(file)) {
        Store store = Store::create(file, plan);
        store.set_note("fingerprint", print);
        store.set_note("packs", packs_json(packs_of(plan)));
        return store;
    }
    Store store = Store::open(file, Database::Mode::ReadWrite);
    if (store.note("fingerprint") != print) {
        throw RunStopped("cannot resume " + options.folder.string() +
                         ": its configuration, plugins or inputs were other ones; use another folder, or --overwrite");
    }
    return store;
}

/// Skips the records that the store holds already, and checks that they are still the same.
void skip_finished(RecordStream& records, Store& store) {
    std::int64_t skipped = 0;
    store.for_each_origin([&](std::string_view origin) {
        const std::optional<Record> record = records.next();
        if (!record || record->source != origin) {
            throw RunStopped("cannot resume: where the interrupted run found " + std::string(origin) +
                             ", there is now " + (record ? record->source : "nothing") +
                             "; use another folder, or --overwrite");
        }
        ++skipped;
    });
    if (skipped > 0) {
        spdlog::info("going on after {} finished records", skipped);
    }
}

std::uint64_t total_size(const std::vector<std::string>& inputs) {
    std::uint64_t size = 0;
    InputWalk walk(inputs);
    while (const auto file = walk.next()) {
        size += file->skipped.empty() ? file->size : 0;
    }
    return size;
}

/// An exporter that refuses its settings is told so now and not after the last document.
void try_exporters(const Plan& plan, const fs::path& folder) {
    const EachDocument none;
    for (const PlannedPlugin& plugin : plan.exporters) {
        start(plugin, [&] { return make_exporter(plugin, plan, folder, none); });
    }
}

void process_inputs(const Plan& plan, const RunOptions& options, Store& store, RunReport& report) {
    Workers workers(
        plan, options.jobs, [&](const Document& document) { return encode(document, plan.layers); },
        options.folder / cases_folder);
    RecordStream records(plan, options.inputs, options.published_from);
    skip_finished(records, store);
    Progress progress(options.progress, options.progress == Progress::Style::Silent ? 0 : total_size(options.inputs));
    std::uint64_t done = 0;
    std::uint64_t bytes = 0;
    workers.run(records, 32, [&](const Processed& processed) {
        log_outcome(processed.record);
        store.add(processed.record);
        bytes += processed.bytes;
        progress.update(++done, bytes);
    });
    store.commit();
    report.times = workers.times();
    if (interrupted) {
        throw RunStopped("interrupted; what was finished is kept, and --resume goes on from there");
    }
}

}  // namespace

RunReport run(const Plan& plan, const RunOptions& options) {
    const auto begun = std::chrono::steady_clock::now();
    RunReport report;
    Store store = open_store(plan, options);
    report.times.resize(plan.readers.size() + plan.annotators.size());  // stays so if only the exports were left to do
    if (store.note("finished").empty()) {
        try_exporters(plan, options.folder);
        process_inputs(plan, options, store, report);
        store.set_note("finished", "yes");
    }
    report.counts = store.counts();
    report.exported = export_run(plan, store, options.folder);
    report.times.insert(report.times.end(), report.exported.times.begin(), report.exported.times.end());
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    write_run_record(plan, options, report);
    return report;
}

RunReport export_again(const Plan& plan, const fs::path& folder) {
    Store store = Store::open(folder / "run.sqlite", Database::Mode::ReadOnly);
    if (store.note("finished").empty()) {
        throw RunStopped(folder.string() + ": the run was not finished; `attache run --resume` goes on with it");
    }
    for (const PlannedPlugin& plugin : plan.exporters) {
        for (const LayerUse& use : plugin.manifest().reads) {
            const auto& layers = store.layers();
            const bool there = std::any_of(layers.begin(), layers.end(),
                                           [&](const PlannedLayer& layer) { return layer.schema.name == use.name; });
            if (!there && !use.optional) {
                throw RunStopped("exporter \"" + plugin.manifest().name + "\" reads layer \"" + use.name +
                                 "\", which the run in " + folder.string() + " did not write");
            }
        }
    }
    RunReport report;
    report.counts = store.counts();
    report.exported = export_run(plan, store, folder);
    report.times.resize(plan.readers.size() + plan.annotators.size());
    report.times.insert(report.times.end(), report.exported.times.begin(), report.exported.times.end());
    return report;
}

Counts stream(const Plan& plan, int input, std::ostream& out, unsigned jobs) {
    Workers workers(plan, jobs, [](const Document& document) {
        std::string line;
        write_json(document, line);
        return line;
    });
    RecordStream records(plan, std::make_unique<DescriptorSource>(input), "stdin.jsonl");
    Counts counts;
    // One at a time: whoever writes a line waits for its answer.
    workers.run(records, 1, [&](Processed processed) {
        log_outcome(processed.record);
        const Outcome outcome = processed.record.outcome;
        std::string& line = processed.record.body;
        if (outcome != Outcome::Document) {
            write_json_refusal(processed.record.about, outcome == Outcome::Rejected ? "rejected" : "skipped", line);
        }
        (outcome == Outcome::Document   ? counts.documents
         : outcome == Outcome::Rejected ? counts.rejected
                                        : counts.skipped) += 1;
        out << line << '\n' << std::flush;
        if (!out) {
            throw RunStopped("cannot write to standard output: " + std::generic_category().message(errno));
        }
    });
    return counts;
}

}  // namespace attache::core
