// The plugin under check with all that it needs around it, and what comes of documents that it is given.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "conformance/corpus.h"
#include "loading/instance.h"

namespace attache::core::conformance {

/// What came of one document, in a form in which two of them can be compared.
struct Outcome {
    std::string name;     ///< of the document; for what an exporter has finished, of the file
    std::string content;  ///< every row, field and remark; or the bytes of the file
    attache_status status = ATTACHE_OK;
    std::string message;

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// Says in words where two outcomes of one document differ; "" if they do not.
std::string difference(const Outcome& first, const Outcome& second);

/// A document as the plugin will get it: with the layers that it reads already written, in compact form; for readers
/// the bytes of an input.
struct Prepared {
    std::string name;
    std::string bytes;
};

class Subject {
public:
    /// `inputs` are files given to try the plugin with. Throws std::runtime_error, saying what is missing, if the
    /// plugin cannot be tried. The catalog and the plugin must outlive it.
    Subject(const FoundPlugin& plugin, const Catalog& catalog, std::vector<std::filesystem::path> inputs);

    const Manifest& manifest() const { return planned().manifest(); }
    const PlannedPlugin& planned() const { return *planned_; }
    const Plan& plan() const { return plan_; }
    bool is(Kind kind) const { return manifest().kind == kind; }

    /// Documents as they come every day: the inputs given, or those beside the plugin, or some of our own.
    const std::vector<Sample>& ordinary() const { return ordinary_; }
    /// Whether readers were given an input of their own kind.
    bool has_inputs() const { return has_inputs_; }

    /// Runs the plugins before this one over the texts. Those that one of these plugins refuses are left out.
    std::vector<Prepared> prepare(const std::vector<Sample>& samples) const;

    /// The plugin with other settings than its defaults.
    PlannedPlugin with_setting(const std::string& name, SettingValue value) const;

private:
    void chain_for(const Manifest& manifest, const Catalog& catalog);
    void plan_layers(const PlannedPlugin& plugin);
    void find_inputs(std::vector<std::filesystem::path> given);

    Plan plan_;
    const PlannedPlugin* planned_ = nullptr;
    std::vector<LayerSchema> made_up_;  ///< layers that no plugin found writes
    std::vector<Sample> ordinary_;
    bool has_inputs_ = false;
};

/// An instance of the plugin at work on documents, one after the other.
class Session {
public:
    /// Told of each document before the plugin gets it.
    using Watcher = std::function<void(const std::string& document)>;

    /// Throws as Instance does. `planned` must outlive it.
    Session(const Subject& subject, const PlannedPlugin& planned, Watcher watcher = {});
    explicit Session(const Subject& subject, Watcher watcher = {})
        : Session(subject, subject.planned(), std::move(watcher)) {}

    /// Destroys the instance, if that was not done.
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Outcome process(const Prepared& document);
    /// Exporters: what the finished files hold. Others: nothing.
    std::vector<Outcome> finish();
    /// All of it: each document, then the end.
    std::vector<Outcome> run(const std::vector<Prepared>& documents);

    Instance& instance() { return instance_; }

private:
    Outcome read(const Prepared& input);
    Outcome annotate(const Prepared& prepared);
    Outcome consume(const Prepared& prepared);

    const Subject& subject_;
    Watcher watcher_;
    Instance instance_;
    std::vector<Prepared> consumed_;
    struct Output;
    std::shared_ptr<Output> output_;
};

}  // namespace attache::core::conformance
