// What every command has in common: its options, its help, its exit status.
#pragma once

#include <boost/program_options.hpp>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace attache::cli {

enum ExitStatus : int { AllDone = 0, SomeRejected = 1, WrongUsage = 2, Stopped = 3 };

/// Thrown for a command line that cannot be followed.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

using Values = boost::program_options::variables_map;

struct Command {
    std::string name;
    std::string synopsis;  ///< what follows "attache NAME"
    std::string summary;   ///< one line
    std::string details;   ///< shown by --help below the summary
    boost::program_options::options_description options{"Options"};
    std::vector<std::string>
        required;          ///< positional arguments, in order; those after the last may repeat it if `repeats`
    std::string repeated;  ///< the positional argument that takes all further ones; "" for none
    std::function<int(const Values&)> run;
};

std::vector<Command> commands();

/// Each command in a file of its own.
Command run_command();
Command stream_command();
Command export_command();
Command plugins_command();
Command inspect_command();
Command check_command();
Command replay_command();
Command schema_command();
Command new_plugin_command();

/// Options that several commands take.
void add_plugin_options(boost::program_options::options_description& options);
void add_set_option(boost::program_options::options_description& options);
void add_jobs_option(boost::program_options::options_description& options);

/// The values of repeatable options.
std::vector<std::string> texts(const Values& values, const std::string& option);
/// The number of workers asked for; 0 means one a core.
unsigned jobs(const Values& values);

}  // namespace attache::cli
