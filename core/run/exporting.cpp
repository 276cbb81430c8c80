#include "run/exporting.h"

#include <algorithm>
#include <deque>

#include "document/codec.h"
#include "isolation/exporter.h"
#include "run/give_back_memory.h"
#include "run/output_files.h"
#include "run/packs.h"

namespace attache::core {

namespace {

constexpr std::size_t most_in_batch = 32;
constexpr std::size_t enough_bytes = 256 * 1024;

/// One exporter at work.
class AtWork {
public:
    AtWork(std::unique_ptr<Exporter> exporter, const std::filesystem::path& folder)
        : exporter_(std::move(exporter)), files_(folder) {}

    const PlannedPlugin& plugin() const { return exporter_->plugin(); }
    const PluginTime& time() const { return time_; }
    const OutputFiles& files() const { return files_; }

    std::vector<CallResult> consume(std::span<const Document* const> documents) {
        return timed(documents.size(), [&] { return exporter_->consume(documents, files_); });
    }
    void finish() {
        const CallResult result = timed(1, [&] { return std::vector{exporter_->finish(files_)}; }).front();
        if (!result.ok()) {
            throw RunStopped(name() + " could not finish: " + result.message +
                             "; `attache export` goes on from the documents, which are kept");
        }
        files_.finish();
    }

private:
    std::string name() const { return "exporter \"" + plugin().manifest().name + "\""; }

    template <class Call>
    std::vector<CallResult> timed(std::size_t calls, const Call& call) {
        const auto before = std::chrono::steady_clock::now();
        std::vector<CallResult> results = call();
        time_ += {static_cast<std::int64_t>(calls), std::chrono::steady_clock::now() - before};
        for (const CallResult& result : results) {
            if (result.status == ATTACHE_FATAL) {
                throw RunStopped(name() + " ended the run: " + result.message);
            }
        }
        return results;
    }

    std::unique_ptr<Exporter> exporter_;
    OutputFiles files_;
    PluginTime time_;
};

class Exporting {
public:
    Exporting(const Plan& plan, Store& store, const std::filesystem::path& folder)
        : plan_(plan),
          store_(store),
          folder_(folder),
          documents_(folder / "documents.jsonl"),
          rejected_(folder / "rejected.jsonl") {
        plan_.layers = store.layers();  // an earlier run, with other annotators, may have made them
        for (const PlannedPlugin& plugin : plan_.exporters) {
            exporters_.emplace_back(start(plugin, [&] { return make_exporter(plugin, plan_, folder, each_document_); }),
                                    folder);
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
                consume();
                write_rejected({std::string(record.id), std::string(record.source), std::string(record.stage),
                                std::string(record.plugin), std::string(record.reason)});
            }
            return true;
        });
        consume();
        batch_.clear();
        documents_.finish();
        rejected_.finish();
        write_packs();
        report_.files = {"documents.jsonl", "rejected.jsonl", "packs.json"};
        // One after the other goes, so that what one holds is free before the next needs as much.
        for (; !exporters_.empty(); exporters_.pop_front()) {
            give_back_memory();
            finish(exporters_.front());
        }
        return std::move(report_);
    }

private:
    /// A document on its way to the exporters.
    struct Pending {
        std::string id, source;
    };

    void decode_record(const RecordView& record, Document& document) const {
        document.clear();
        try {
            decode(record.body, store_.layers(), document);
        } catch (const BrokenDocument& error) {
            throw RunStopped("the run store is damaged: record " + std::to_string(record.number) + ": " + error.what());
        }
    }

    void write_document(const RecordView& record) {
        if (batch_.size() <= pending_.size()) {
            batch_.push_back(std::make_unique<Document>());
        }
        Document& document = *batch_[pending_.size()];
        decode_record(record, document);
        line_.clear();
        write_json(document, line_);
        line_ += '\n';
        documents_.write(line_);
        count_rows(document);
        pending_.push_back({std::string(record.id), std::string(record.source)});
        pending_bytes_ += record.body.size();
        if (pending_.size() == most_in_batch || pending_bytes_ >= enough_bytes) {
            consume();
        }
    }

    /// Gives the pending documents to the exporters, one exporter after the other, so that one in a process of its own
    /// has many under way.
    void consume() {
        std::vector<const Document*> documents;
        for (std::size_t i = 0; i < pending_.size(); ++i) {
            documents.push_back(batch_[i].get());
        }
        std::vector<std::vector<CallResult>> results;
        for (AtWork& exporter : exporters_) {
            results.push_back(exporter.consume(documents));
        }
        for (std::size_t i = 0; i < pending_.size(); ++i) {
            for (std::size_t j = 0; j < exporters_.size(); ++j) {
                if (const CallResult& result = results[j][i]; !result.ok()) {
                    const PlannedPlugin& plugin = exporters_[j].plugin();
                    write_rejected(
                        {pending_[i].id, pending_[i].source, plugin.stage, plugin.manifest().title(), result.message});
                    ++report_.failed;
                }
            }
        }
        pending_.clear();
        pending_bytes_ = 0;
    }

    void count_rows(const Document& document) {
        for (const Layer& layer : document.layers()) {
            const auto same = [&](const auto& counted) { return counted.first == layer.schema().name; };
            std::find_if(report_.rows.begin(), report_.rows.end(), same)->second += layer.rows();
        }
    }

    /// Those of the run, whatever the plugins have by now.
    void write_packs() {
        PartFile file(folder_ / "packs.json");
        const std::string packs = store_.note("packs");
        file.write(packs.empty() ? packs_json({}) : packs);
        file.finish();
    }

    void write_rejected(const Rejection& rejection) {
        line_.clear();
        write_json(rejection, line_);
        line_ += '\n';
        rejected_.write(line_);
    }

    void finish(AtWork& exporter) {
        exporter.finish();
        const std::vector<std::string>& files = exporter.plugin().manifest().files;
        const auto& figures = exporter.files().figures();
        report_.files.insert(report_.files.end(), files.begin(), files.end());
        report_.figures.insert(report_.figures.end(), figures.begin(), figures.end());
        report_.times.push_back(exporter.time());
    }

    Plan plan_;
    Store& store_;
    const std::filesystem::path folder_;
    const EachDocument each_document_ = [this](const std::function<bool(const Document&)>& visit) {
        Document document;
        store_.for_each([&](const RecordView& record) {
            if (record.outcome != Outcome::Document) {
                return true;
            }
            decode_record(record, document);
            return visit(document);
        });
    };
    PartFile documents_;
    PartFile rejected_;
    std::deque<AtWork> exporters_;
    std::vector<std::unique_ptr<Document>> batch_;  ///< as many as the largest batch had
    std::vector<Pending> pending_;
    std::size_t pending_bytes_ = 0;
    std::string line_;
    ExportReport report_;
};

}  // namespace

ExportReport export_run(const Plan& plan, Store& store, const std::filesystem::path& folder) {
    return Exporting(plan, store, folder).run();
}

}  // namespace attache::core
