// The second half of a run: reads the store in input order and writes the run folder's files.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "run/worker.h"
#include "store/store.h"

namespace attache::core {

struct ExportReport {
    std::vector<PluginTime> times;                              ///< of each exporter of the plan
    std::vector<std::pair<std::string, std::int64_t>> rows;     ///< of each layer, over all documents
    std::vector<std::pair<std::string, std::int64_t>> figures;  ///< that exporters gave
    std::vector<std::string> files;                             ///< written, in the order of the plan
    std::int64_t failed = 0;  ///< documents that an exporter could not take; each is in rejected.jsonl
};

/// Writes documents.jsonl, rejected.jsonl and the exporters' files into `folder`. Throws RunStopped if an exporter
/// cannot start or cannot finish; the files finished before it stay.
ExportReport export_run(const Plan& plan, Store& store, const std::filesystem::path& folder);

}  // namespace attache::core
