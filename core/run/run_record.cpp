// run.json: what ran, over what, with which outcome and how long. The only file of the run folder with clocks in it.
#include <unistd.h>

#include <ctime>

#include "document/json_writer.h"
#include "manifest/mapped_file.h"
#include "run/output_files.h"
#include "run/packs.h"
#include "run/run.h"

namespace attache::core {

namespace {

std::string now() {
    const std::time_t time = std::time(nullptr);
    std::tm utc{};
    ::gmtime_r(&time, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

std::string host_name() {
    char name[256] = "";
    ::gethostname(name, sizeof name - 1);
    return name;
}

void write_settings(PrettyJsonWriter& json, const PlannedPlugin& plugin) {
    json.key("settings");
    json.StartObject();
    for (const auto& [name, value] : plugin.settings) {
        json.member(name, to_text(value));
    }
    json.EndObject();
}

void write_plugin(PrettyJsonWriter& json, const PlannedPlugin& plugin, const PluginTime& time) {
    const Manifest& manifest = plugin.manifest();
    json.StartObject();
    json.member("stage", plugin.stage);
    json.member("name", manifest.name);
    json.member("version", manifest.version);
    json.member("kind", to_string(manifest.kind));
    json.member("abi", to_string(plugin.found->abi));
    json.member("sha256", sha256(MappedFile(plugin.found->file).bytes()));
    if (!plugin.found->host.empty()) {
        json.member("host", plugin.found->host);
        json.member("host_sha256", sha256(MappedFile(plugin.found->library).bytes()));
    }
    json.key("resources");
    json.StartObject();
    for (const std::string& resource : plugin.data_files()) {
        json.member(resource, sha256(map_resource(plugin, resource)));
    }
    json.EndObject();
    write_settings(json, plugin);
    json.key("isolated");
    json.Bool(plugin.isolation.on);
    json.member("calls", time.calls);
    json.key("seconds");
    json.Double(std::chrono::duration<double>(time.time).count());
    json.EndObject();
}

void write_plugins(PrettyJsonWriter& json, const Plan& plan, const std::vector<PluginTime>& times) {
    json.key("plugins");
    json.StartArray();
    auto time = times.begin();
    for (const auto* plugins : {&plan.readers, &plan.annotators, &plan.exporters}) {
        for (const PlannedPlugin& plugin : *plugins) {
            write_plugin(json, plugin, *time++);
        }
    }
    json.EndArray();
}

}  // namespace

void write_run_record(const Plan& plan, const RunOptions& options, const RunReport& report) {
    std::string text;
    StringStream stream(text);
    PrettyJsonWriter json(stream);
    json.StartObject();
    json.member("format", "attache-run");
    json.member("version", 1);
    json.member("attache", ATTACHE_VERSION);
    json.member("finished", now());
    json.member("host", host_name());
    json.member("configuration", plan.config.file);
    json.member("configuration_sha256", plan.config.hash);
    json.member("jobs", options.jobs);
    json.key("seconds");
    json.Double(report.seconds);
    json.key("inputs");
    json.StartArray();
    for (const std::string& input : options.inputs) {
        json.text(input);
    }
    json.EndArray();
    if (!options.published_from.option().empty()) {
        json.member("published_from", options.published_from.option());
    }
    json.key("counts");
    json.StartObject();
    json.member("documents", report.counts.documents);
    json.member("rejected", report.counts.rejected);
    json.member("skipped", report.counts.skipped);
    json.member("left_out_by_exporters", report.exported.failed);
    json.EndObject();
    json.key("figures");
    json.StartObject();
    for (const auto* figures : {&report.exported.rows, &report.exported.figures}) {
        for (const auto& [name, value] : *figures) {
            json.member(name, value);
        }
    }
    json.EndObject();
    write_plugins(json, plan, report.times);
    write_packs(json, packs_of(plan));
    json.EndObject();
    text += '\n';
    PartFile file(options.folder / "run.json");
    file.write(text);
    file.finish();
}

}  // namespace attache::core
