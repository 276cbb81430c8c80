// One exporter over one run, in this process or in one of its own: the same calls, the same outcomes, the same files.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "loading/instance.h"

namespace attache::core {

/// One thread at a time.
class Exporter {
public:
    virtual ~Exporter() = default;
    virtual const PlannedPlugin& plugin() const = 0;

    /// One result for each document, in order. What a call that failed asked of the services is dropped. Throws
    /// std::runtime_error if the exporter cannot go on.
    virtual std::vector<CallResult> consume(std::span<const Document* const> documents, ExporterServices& services) = 0;
    /// Once, at the end.
    virtual CallResult finish(ExporterServices& services) = 0;
};

/// The run's documents from the first on, until the visitor returns false.
using EachDocument = std::function<void(const std::function<bool(const Document&)>& visit)>;

/// As the plan says. A process of its own that ends is replaced by a new one, which is given the documents before once
/// more; what it ended at is kept as a case in `run_folder`. Throws std::runtime_error if the plugin cannot start. All
/// arguments must outlive it.
std::unique_ptr<Exporter> make_exporter(const PlannedPlugin& plugin, const Plan& plan,
                                        const std::filesystem::path& run_folder, const EachDocument& each_document);

}  // namespace attache::core
