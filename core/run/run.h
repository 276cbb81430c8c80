// A whole run: inputs through the pipeline into the store, and the store out into the run folder.
#pragma once

#include <atomic>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "config/plan.h"
#include "run/exporting.h"
#include "run/progress.h"
#include "run/published_from.h"
#include "store/store.h"

namespace attache::core {

/// Set by a signal handler: the run ends in good order after the documents under way.
inline std::atomic<bool> interrupted = false;

struct RunOptions {
    std::vector<std::string> inputs;
    PublishedFrom published_from;
    std::filesystem::path folder;
    unsigned jobs = 1;
    bool resume = false;
    Progress::Style progress = Progress::Style::Silent;
};

struct RunReport {
    Counts counts;
    std::vector<PluginTime> times;  ///< of readers, annotators, exporters, as in the plan
    ExportReport exported;
    double seconds = 0;
};

/// Runs the plan over the inputs into a folder that holds no run yet, or with `resume` the rest of an interrupted one.
/// Throws RunStopped, or DatabaseError, if it cannot go on; what was finished is kept, and --resume goes on from there.
RunReport run(const Plan& plan, const RunOptions& options);

/// Exporters again over the store of a finished run. Throws RunStopped if the run was not finished, or if its store
/// lacks a layer that an exporter of the plan reads.
RunReport export_again(const Plan& plan, const std::filesystem::path& folder);

/// Reads JSON Lines documents from a file descriptor and writes one line for each record, in order, to `out`: the
/// annotated document, or {"id", "source", "rejected": …}. Exporters of the plan are left out.
Counts stream(const Plan& plan, int input, std::ostream& out, unsigned jobs);

/// Writes run.json: core/schema/run.schema.json.
void write_run_record(const Plan& plan, const RunOptions& options, const RunReport& report);

}  // namespace attache::core
