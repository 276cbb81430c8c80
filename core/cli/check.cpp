// attache check
#include <iostream>

#include "cli/command.h"
#include "config/plan.h"

namespace attache::cli {

namespace {

int check(const Values& values) {
    const std::string config = values["CONFIG"].as<std::string>();
    const core::Catalog catalog(core::search_path(texts(values, "plugin-path")));
    const core::Plan plan = core::make_plan(config, texts(values, "set"), catalog);
    std::cout << core::describe_flow(plan) << config << ": valid, and its data flow closes\n";
    return AllDone;
}

}  // namespace

Command check_command() {
    Command command;
    command.name = "check";
    command.synopsis = "CONFIG";
    command.summary = "Checks that a configuration is valid and its data flow closes. Runs no plugin code.";
    command.details = "Example: attache check configs/diplomatic.toml";
    command.required = {"CONFIG"};
    add_set_option(command.options);
    add_plugin_options(command.options);
    command.run = check;
    return command;
}

}  // namespace attache::cli
