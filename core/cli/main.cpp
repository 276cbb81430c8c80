// attache COMMAND …: finds the command, reads its options, and turns every failure into one message and an exit status.
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/command.h"
#include "cli/completion.h"
#include "cli/help.h"
#include "cli/logging.h"
#include "cli/manual.h"
#include "isolation/serve.h"
#include "manifest/problem.h"
#include "run/run.h"

namespace attache::cli {

namespace po = boost::program_options;

namespace {

Values parse(const Command& command, const std::vector<std::string>& arguments) {
    po::options_description options = command.options;
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
    } catch (const core::CannotStart& error) {
        return fail(error.what(), WrongUsage);
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

void write_file(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << text;
    if (!file.flush()) {
        throw std::runtime_error("cannot write " + path.string());
    }
}

/// The manual's pages and the completion, below the folder as below an installation's share.
int write_manual(const std::filesystem::path& folder) {
    const std::vector<Command> all = commands();
    write_file(folder / "man/man1/attache.1", manual_overview(all));
    for (const Command& command : all) {
        write_file(folder / "man/man1" / ("attache-" + command.name + ".1"), manual_page(command));
    }
    write_file(folder / "bash-completion/completions/attache", bash_completion(all));
    return AllDone;
}

}  // namespace

std::vector<Command> commands() {
    std::vector<Command> all = {run_command(),     stream_command(),    export_command(), compare_command(),
                                plugins_command(), inspect_command(),   check_command(),  replay_command(),
                                schema_command(),  new_plugin_command()};
    std::for_each(all.begin(), all.end(), add_common_options);
    return all;
}

int main(const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
        print_overview(commands(), std::cerr);
        return WrongUsage;
    }
    const std::string& name = arguments.front();
    if (name == "serve-plugin" && arguments.size() == 2) {  // not a command: how a run starts its worker processes
        return serve(arguments[1]);
    }
    if (name == "write-manual" && arguments.size() == 2) {  // not a command: how the build makes it
        return write_manual(arguments[1]);
    }
    if (name == "--help" || name == "-h" || name == "help") {
        print_overview(commands(), std::cout);
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
