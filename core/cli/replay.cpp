// attache replay
#include <iostream>

#include "cli/command.h"
#include "isolation/cases.h"

namespace attache::cli {

namespace {

int replay(const Values& values) {
    const core::CallResult result = core::replay(values["CASE"].as<std::string>(), values["in-process"].as<bool>());
    if (result.ok()) {
        std::cout << "passed this time\n";
        return AllDone;
    }
    std::cout << result.message << "\n";
    return SomeRejected;
}

}  // namespace

Command replay_command() {
    Command command;
    command.name = "replay";
    command.synopsis = "CASE";
    command.summary = "Gives an isolated plugin once more what it crashed, hung or went over its limits on.";
    command.details = {
        "CASE is a file in the folder \"cases\" of a run folder; rejected.jsonl names that of each document lost so. "
        "That of an exporter is one document, without those that it was given before."};
    command.examples = {
        {"in a debugger", "gdb --args attache replay out/cases/mine-0123456789abcdef.case --in-process"}};
    command.statuses[AllDone] = "it passed this time";
    command.statuses[SomeRejected] = "it failed again";
    command.required = {"CASE"};
    command.options.add_options()  //
        ("in-process", boost::program_options::bool_switch(), "in this process and without limits, for a debugger");
    command.run = replay;
    return command;
}

}  // namespace attache::cli
