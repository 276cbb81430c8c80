// attache export
#include <iostream>

#include "cli/command.h"
#include "cli/table.h"
#include "run/run.h"

namespace attache::cli {

namespace {

int export_run(const Values& values) {
    const std::filesystem::path folder = values["RUN_DIR"].as<std::string>();
    if (!std::filesystem::exists(folder / "run.sqlite")) {
        throw UsageError(folder.string() + " holds no run (there is no run.sqlite in it)");
    }
    const core::Catalog catalog(core::search_path(texts(values, "plugin-path")));
    const core::Plan plan = core::make_plan(values["CONFIG"].as<std::string>(), texts(values, "set"), catalog);
    const core::RunReport report = core::export_again(plan, folder);
    for (const std::string& file : report.exported.files) {
        std::cout << (folder / file).string() << "\n";
    }
    return report.exported.failed > 0 ? SomeRejected : AllDone;
}

}  // namespace

Command export_command() {
    Command command;
    command.name = "export";
    command.synopsis = "CONFIG RUN_DIR";
    command.summary = "Runs the exporters again over a finished run's store, without analysing anew.";
    command.details = {
        "RUN_DIR is the folder of a run that got through its documents; its run.sqlite holds all that is needed. "
        "Completes a run whose exporters failed, or gives its report and timeline other settings. The configuration "
        "may have other exporters than the run had, as long as they read what its annotators wrote. Prints the names "
        "of the files written."};
    command.examples = {{"the files of the run in out/ once more", "attache export configs/diplomatic.toml out"}};
    command.statuses = run_statuses();
    command.required = {"CONFIG", "RUN_DIR"};
    add_set_option(command.options);
    add_plugin_options(command.options);
    command.run = export_run;
    return command;
}

}  // namespace attache::cli
