#include "run/exporting.h"

#include <algorithm>
#include <deque>

#include "document/codec.h"
#include "run/output_files.h"

namespace attache::core {

namespace {

/// One exporter at work.
struct Exporter {
    Instance instance;
    OutputFiles files;
    PluginTime time;

    Exporter(const PlannedPlugin& plugin, const Plan& plan, const std::filesystem::path& folder)
        : instance(plugin, plan), files(folder) {}

    template <class Call>
    CallResult timed(const Call& call) {
        const auto before = std::chrono::steady_clock::now();
        CallResult result = call();
        time += {1, std::chrono::steady_clock::now() - before};
        if (result.status == ATTACHE_FATAL) {
            throw RunStopped("exporter \"" + instance.plugin().manifest().name + "\" ended the run: " + result.message);
        }
        return result;
    }
};

class Exporting {
public:
    Exporting(const Plan& plan, Store& store, const std::filesystem::path& folder)
        : store_(store), documents_(folder / "documents.jsonl"), rejected_(folder / "rejected.jsonl") {
        for (const PlannedPlugin& plugin : plan.exporters) {
            try {
                exporters_.emplace_back(plugin, plan, folder);
            } catch (const std::exception& error) {
                throw RunStopped("plugin \"" + plugin.manifest().name + "\" cannot start: " + error.what());
            }
        }
    }

    ExportReport run() {
        for (const PlannedLayer& layer : store_.layers()) {
            report_.rows.emplace_back(layer.schema.name, 0);
        }
        store_.for_each([&](const RecordView& record) {
            if (record.outcome == Outcome::Document) {
                write_document(record);
            } else if (record.outcome == Outcome::Rejected) {
                write_rejected({std::string(record.id), std::string(record.source), std::string(record.stage),
                                std::string(record.plugin), std::string(record.reason)});
            }
            return true;
        });
        documents_.finish();
        rejected_.finish();
        report_.files = {"documents.jsonl", "rejected.jsonl"};
        for (Exporter& exporter : exporters_) {
            finish(exporter);
        }
        return std::move(report_);
    }

private:
    void write_document(const RecordView& record) {
        document_.clear();
        try {
            decode(record.body, store_.layers(), document_);
        } catch (const BrokenDocument& error) {
            throw RunStopped("the run store is damaged: record " + std::to_string(record.number) + ": " + error.what());
        }
        line_.clear();
        write_json(document_, line_);
        line_ += '\n';
        documents_.write(line_);
        count_rows();
        for (Exporter& exporter : exporters_) {
            const CallResult result =
                exporter.timed([&] { return exporter.instance.consume(document_, exporter.files); });
            if (!result.ok()) {
                const PlannedPlugin& plugin = exporter.instance.plugin();
                write_rejected({std::string(record.id), std::string(record.source), plugin.stage,
                                plugin.manifest().title(), result.message});
                ++report_.failed;
            }
        }
    }

    void count_rows() {
        for (const Layer& layer : document_.layers()) {
            const auto same = [&](const auto& counted) { return counted.first == layer.schema().name; };
            std::find_if(report_.rows.begin(), report_.rows.end(), same)->second += layer.rows();
        }
    }

    void write_rejected(const Rejection& rejection) {
        line_.clear();
        write_json(rejection, line_);
        line_ += '\n';
        rejected_.write(line_);
    }

    void finish(Exporter& exporter) {
        const Manifest& manifest = exporter.instance.plugin().manifest();
        const CallResult result = exporter.timed([&] { return exporter.instance.finish(exporter.files); });
        if (!result.ok()) {
            throw RunStopped("exporter \"" + manifest.name + "\" could not finish: " + result.message);
        }
        exporter.files.finish();
        report_.files.insert(report_.files.end(), manifest.files.begin(), manifest.files.end());
        report_.figures.insert(report_.figures.end(), exporter.files.figures().begin(), exporter.files.figures().end());
        report_.times.push_back(exporter.time);
    }

    Store& store_;
    PartFile documents_;
    PartFile rejected_;
    std::deque<Exporter> exporters_;
    Document document_;
    std::string line_;
    ExportReport report_;
};

}  // namespace

ExportReport export_run(const Plan& plan, Store& store, const std::filesystem::path& folder) {
    return Exporting(plan, store, folder).run();
}

}  // namespace attache::core
