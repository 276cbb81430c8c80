// attache run
#include "run/run.h"

#include <spdlog/spdlog.h>

#include <csignal>
#include <iostream>

#include "cli/command.h"
#include "cli/table.h"
#include "isolation/cases.h"

namespace attache::cli {

namespace fs = std::filesystem;
namespace po = boost::program_options;

namespace {

void catch_interrupts() {
    // The second signal ends the program at once.
    const auto handler = [](int signal) {
        core::interrupted = true;
        std::signal(signal, SIG_DFL);
    };
    std::signal(SIGINT, handler);
    std::signal(SIGTERM, handler);
}

/// Makes the run folder, and an empty one of it if it may be overwritten.
void prepare_folder(const core::Plan& plan, const core::RunOptions& options, bool overwrite) {
    fs::create_directories(options.folder);
    if (!fs::exists(options.folder / "run.sqlite") || options.resume) {
        return;
    }
    if (!overwrite) {
        throw UsageError(options.folder.string() +
                         " already holds a run; --resume goes on with it, --overwrite begins anew");
    }
    std::vector<std::string> files = core::core_files();
    files.emplace_back("run.sqlite-journal");
    for (const core::PlannedPlugin& plugin : plan.exporters) {
        files.insert(files.end(), plugin.manifest().files.begin(), plugin.manifest().files.end());
    }
    for (const std::string& file : files) {
        fs::remove(options.folder / file);
    }
    fs::remove_all(options.folder / core::cases_folder);
}

int list_inputs(const core::Plan& plan, const core::RunOptions& options) {
    std::cout << core::describe_flow(plan) << "\n";
    core::InputWalk walk(options.inputs);
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    while (const auto file = walk.next()) {
        std::cout << file->source << (file->skipped.empty() ? "" : "  (skipped: " + file->skipped + ")") << "\n";
        ++files;
        bytes += file->size;
    }
    std::cout << files << " files, " << bytes << " bytes; nothing was run\n";
    return AllDone;
}

int run(const Values& values) {
    const core::Catalog catalog(core::search_path(texts(values, "plugin-path")));
    const core::Plan plan = core::make_plan(values["CONFIG"].as<std::string>(), texts(values, "set"), catalog);
    core::RunOptions options;
    options.inputs = texts(values, "INPUT");
    options.folder = values["output"].as<std::string>();
    options.jobs = jobs(values);
    options.resume = values["resume"].as<bool>();
    options.progress = values["quiet"].as<bool>() ? core::Progress::Style::Silent : core::Progress::style_for_stderr();
    if (values.count("published-from") > 0) {
        try {
            options.published_from = core::PublishedFrom(values["published-from"].as<std::string>());
        } catch (const std::exception& error) {
            throw UsageError(std::string("--published-from: ") + error.what());
        }
    }
    if (options.inputs.empty()) {
        throw UsageError("INPUT is missing: files or folders to read");
    }
    try {
        core::check_inputs(options.inputs);
    } catch (const std::exception& error) {
        throw UsageError(error.what());
    }
    if (values["dry-run"].as<bool>()) {
        return list_inputs(plan, options);
    }
    prepare_folder(plan, options, values["overwrite"].as<bool>());
    catch_interrupts();
    const core::RunReport report = core::run(plan, options);
    if (!values["quiet"].as<bool>()) {
        print_run_table(plan, report, options.folder, std::cout);
    }
    return report.counts.rejected + report.exported.failed > 0 ? SomeRejected : AllDone;
}

}  // namespace

Command run_command() {
    Command command;
    command.name = "run";
    command.synopsis = "CONFIG INPUT… [-o DIR]";
    command.summary = "Runs a configuration over files, folders and archives, into a run folder.";
    command.details = {
        "INPUT is files, folders with all below them, and archives: tar, zip, 7z and compressed files. What no reader "
        "of the configuration takes is skipped; a document that a plugin cannot process is rejected, with the reason.",
        "Leaves documents.jsonl, timeline.json, report.html, rejected.jsonl, run.json … in the folder. The same "
        "inputs, "
        "configuration and plugins give the same results to the byte, at any `--jobs`, also after an interruption and "
        "`--resume`; only run.json tells when and where the run was.",
        "When a document was published is known from what it says itself: its metadata, its text, its dateline. For "
        "those "
        "that do not say, `--published-from` may tell, by the date in the file's name, by the file's time of change, "
        "or "
        "outright; else it stays unknown, and with it what \"on Monday\" means. The field `published_from` keeps which "
        "it was."};
    command.examples = {
        {"the default pipeline over the sample articles",
         "attache run configs/diplomatic.toml samples/articles -o out"},
        {"the same, going on after an interruption",
         "attache run configs/diplomatic.toml samples/articles -o out --resume"},
        {"with summaries of one sentence", "attache run configs/diplomatic.toml news.zip --set salience.sentences=1"}};
    command.statuses = run_statuses();
    command.required = {"CONFIG"};
    command.repeated = "INPUT";
    command.options.add_options()  //
        ("output,o", po::value<std::string>()->default_value("out")->value_name("DIR"), "the run folder");
    add_jobs_option(command.options);
    add_set_option(command.options);
    command.options.add_options()  //
        ("published-from", po::value<std::string>()->value_name("filename|mtime|DATE"),
         "when those documents were published that do not say it themselves")(
            "resume", po::bool_switch(), "go on with the interrupted run in the folder")(
            "overwrite", po::bool_switch(), "begin anew in a folder that holds a run")(
            "dry-run,n", po::bool_switch(), "check everything, list the inputs, run nothing")(
            "quiet,q", po::bool_switch(), "no progress and no table at the end");
    add_plugin_options(command.options);
    command.run = run;
    return command;
}

}  // namespace attache::cli
