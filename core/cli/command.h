// What every command has in common: its options, its help, its exit status.
#pragma once

#include <boost/program_options.hpp>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace attache::cli {

enum ExitStatus : int { AllDone = 0, SomeRejected = 1, SomeDiffer = 1, WrongUsage = 2, Stopped = 3 };

/// Thrown for a command line that cannot be followed.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

using Values = boost::program_options::variables_map;

struct Example {
    std::string says;     ///< what it does, as the beginning of a sentence
    std::string command;  ///< the command line
};

/// Described once: --help, the manual and the completion are all made from it.
struct Command {
    std::string name;
    std::string synopsis;              ///< what follows "attache NAME"
    std::string summary;               ///< one line, a sentence or two
    std::vector<std::string> details;  ///< further paragraphs; what is `in backticks` is to be typed
    std::vector<Example> examples;
    std::map<int, std::string> statuses = {
        {AllDone, "done"}, {WrongUsage, "wrong usage or configuration"}, {Stopped, "it could not go on"}};
    boost::program_options::options_description options{"Options"};
    std::vector<std::string> required;  ///< positional arguments, in order
    std::string repeated;               ///< the positional argument that takes all further ones; "" for none
    std::map<std::string, std::vector<std::string>> choices;  ///< by option or argument: the words that it may be
    std::function<int(const Values&)> run;
};

/// All commands, each with the options that all have in common.
std::vector<Command> commands();

/// Each command in a file of its own.
Command run_command();
Command stream_command();
Command export_command();
Command compare_command();
Command plugins_command();
Command inspect_command();
Command check_command();
Command replay_command();
Command schema_command();
Command new_plugin_command();

/// Exit statuses of a command that takes documents through plugins.
std::map<int, std::string> run_statuses();

/// Options that all or several commands take.
void add_common_options(Command& command);
void add_plugin_options(boost::program_options::options_description& options);
void add_set_option(boost::program_options::options_description& options);
void add_jobs_option(boost::program_options::options_description& options);

/// An option of --help in its parts.
struct Option {
    std::string long_name;
    std::string short_name;     ///< "" if it has none
    std::string argument;       ///< "" if it takes none
    std::string default_value;  ///< "" if it has none
    std::string description;
};
std::vector<Option> options_of(const Command& command);

/// The values of repeatable options.
std::vector<std::string> texts(const Values& values, const std::string& option);
/// The number of workers asked for; 0 means one a core.
unsigned jobs(const Values& values);

}  // namespace attache::cli
