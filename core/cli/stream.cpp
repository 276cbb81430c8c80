// attache stream
#include <unistd.h>

#include <iostream>

#include "cli/command.h"
#include "run/run.h"

namespace attache::cli {

namespace {

int stream(const Values& values) {
    const core::Catalog catalog(core::search_path(texts(values, "plugin-path")));
    const core::Plan plan = core::make_plan(values["CONFIG"].as<std::string>(), texts(values, "set"), catalog);
    const core::Counts counts = core::stream(plan, STDIN_FILENO, std::cout, jobs(values));
    return counts.rejected > 0 ? SomeRejected : AllDone;
}

}  // namespace

Command stream_command() {
    Command command;
    command.name = "stream";
    command.synopsis = "CONFIG < documents.jsonl > annotated.jsonl";
    command.summary = "Annotates JSON Lines documents from stdin to stdout, one for one, in order.";
    command.details = {
        "A line is an object with `id` and `text`, and where they are known `title`, `published`, `language` and more. "
        "One that cannot be a document gives {\"id\", \"source\", \"rejected\": {\"stage\", \"plugin\", \"reason\"}}.",
        "Exporters of the configuration are left out."};
    command.examples = {
        {"one document",
         "echo '{\"id\": \"1\", \"text\": \"Talks in Astana.\"}' | attache stream configs/diplomatic.toml"}};
    command.statuses = run_statuses();
    command.required = {"CONFIG"};
    add_jobs_option(command.options);
    add_set_option(command.options);
    add_plugin_options(command.options);
    command.run = stream;
    return command;
}

}  // namespace attache::cli
