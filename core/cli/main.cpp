// attache COMMAND …: finds the command, reads its options, and turns every failure into one message and an exit status.
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "cli/command.h"
#include "cli/logging.h"
#include "isolation/serve.h"
#include "manifest/problem.h"
#include "run/run.h"

namespace attache::cli {

namespace po = boost::program_options;

namespace {

void print_overview(std::ostream& out) {
    out << "attache " ATTACHE_VERSION
           ": turns folders of diplomatic news into annotated documents, summaries and timelines.\n\n"
           "Usage: attache COMMAND …\n\n";
    for (const Command& command : commands()) {
        out << "  " << command.name << std::string(12 - command.name.size(), ' ') << command.summary << "\n";
    }
    out << "\n`attache COMMAND --help` explains a command. To begin with:\n\n"
           "  attache run configs/diplomatic.toml samples/articles -o out\n";
}

po::options_description all_options(const Command& command) {
    po::options_description all("Options");
    for (const auto& option : command.options.options()) {
        all.add(option);
    }
    all.add_options()  //
        ("log-level", po::value<std::string>()->default_value("warning")->value_name("LEVEL"),
         "what to log to stderr: trace, debug, info, warning, error or off")  //
        ("log-json", po::bool_switch(), "log as JSON Lines")                  //
        ("help,h", po::bool_switch(), "explain this command");
    return all;
}

void print_help(const Command& command, std::ostream& out) {
    out << "Usage: attache " << command.name << " " << command.synopsis << "\n\n" << command.summary << "\n";
    if (!command.details.empty()) {
        out << "\n" << command.details << "\n";
    }
    out << "\n" << all_options(command);
}

Values parse(const Command& command, const std::vector<std::string>& arguments) {
    po::options_description options = all_options(command);
    po::options_description hidden;
    po::positional_options_description positional;
    for (const std::string& name : command.required) {
        hidden.add_options()(name.c_str(), po::value<std::string>());
        positional.add(name.c_str(), 1);
    }
    if (!command.repeated.empty()) {
        hidden.add_options()(command.repeated.c_str(), po::value<std::vector<std::string>>());
        positional.add(command.repeated.c_str(), -1);
    }
    options.add(hidden);
    Values values;
    // No guessing: an abbreviated option would change its meaning when another one is added.
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(arguments).options(options).positional(positional).style(style).run(), values);
    po::notify(values);
    return values;
}

int run_command_line(const Command& command, const std::vector<std::string>& arguments) {
    const Values values = parse(command, arguments);
    if (values["help"].as<bool>()) {
        print_help(command, std::cout);
        return AllDone;
    }
    if (arguments.empty() && !command.required.empty()) {
        print_help(command, std::cerr);
        return WrongUsage;
    }
    for (const std::string& name : command.required) {
        if (values.count(name) == 0) {
            throw UsageError(name + " is missing: attache " + command.name + " " + command.synopsis);
        }
    }
    set_up_logging(values["log-level"].as<std::string>(), values["log-json"].as<bool>());
    return command.run(values);
}

/// Runs the command; every failure ends here, as one message and its exit status.
int guarded(const Command& command, const std::vector<std::string>& arguments) {
    const auto fail = [&](const std::string& message, int status) {
        spdlog::default_logger()->flush();
        std::cerr << "attache " << command.name << ": " << message << "\n";
        return status;
    };
    try {
        return run_command_line(command, arguments);
    } catch (const core::Problems& problems) {
        std::cerr << problems.what() << "\n";
        return WrongUsage;
    } catch (const UsageError& error) {
        return fail(error.what(), WrongUsage);
    } catch (const po::error& error) {
        return fail(std::string(error.what()) + "; `attache " + command.name + " --help` lists the options",
                    WrongUsage);
    } catch (const std::exception& error) {
        return fail(error.what(), Stopped);
    }
}

int serve(const std::string& host) {
    try {
        const char* level = std::getenv("ATTACHE_LOG_LEVEL");
        set_up_logging(level != nullptr ? level : "warning", false);
        const int status = core::serve_plugin(static_cast<pid_t>(std::stol(host)));
        spdlog::default_logger()->flush();
        ::_exit(status);  // what plugins leave behind ends with the process, not in their static destructors
    } catch (const std::exception& error) {
        std::cerr << "attache: worker process: " << error.what() << "\n";
        return Stopped;
    }
}

}  // namespace

std::vector<Command> commands() {
    return {run_command(),   stream_command(), export_command(), plugins_command(),   inspect_command(),
            check_command(), replay_command(), schema_command(), new_plugin_command()};
}

int main(const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
        print_overview(std::cerr);
        return WrongUsage;
    }
    const std::string& name = arguments.front();
    if (name == "serve-plugin" && arguments.size() == 2) {  // not a command: how a run starts its worker processes
        return serve(arguments[1]);
    }
    if (name == "--help" || name == "-h" || name == "help") {
        print_overview(std::cout);
        return AllDone;
    }
    if (name == "--version") {
        std::cout << "attache " ATTACHE_VERSION " (plugin ABI " << core::to_string(core::host_abi()) << ")\n";
        return AllDone;
    }
    std::vector<std::string> names;
    for (const Command& command : commands()) {
        if (command.name == name) {
            return guarded(command, {arguments.begin() + 1, arguments.end()});
        }
        names.push_back(command.name);
    }
    std::cerr << "attache: there is no command \"" << name << "\"" << core::did_you_mean(name, names)
              << "; commands are " << core::listed(names) << "\n";
    return WrongUsage;
}

}  // namespace attache::cli

int main(int count, char** arguments) {
    std::signal(SIGPIPE, SIG_IGN);
    return attache::cli::main({arguments + 1, arguments + count});
}
