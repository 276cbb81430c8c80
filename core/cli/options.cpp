// Options and exit statuses that several commands have.
#include <thread>

#include "cli/command.h"
#include "cli/logging.h"

namespace attache::cli {

namespace po = boost::program_options;

std::map<int, std::string> run_statuses() {
    return {{AllDone, "all documents done"},
            {SomeRejected, "some rejected"},
            {WrongUsage, "wrong usage or configuration"},
            {Stopped, "the run could not go on"}};
}

void add_common_options(Command& command) {
    command.options.add_options()  //
        ("log-level", po::value<std::string>()->default_value("warning")->value_name("LEVEL"),
         "what to log to stderr: trace, debug, info, warning, error or off")  //
        ("log-json", po::bool_switch(), "log as JSON Lines")                  //
        ("help,h", po::bool_switch(), "explain this command");
    command.choices["log-level"] = log_levels();
}

void add_plugin_options(po::options_description& options) {
    options.add_options()("plugin-path", po::value<std::vector<std::string>>()->composing()->value_name("DIR"),
                          "a folder to search for plugins before those of ATTACHE_PLUGIN_PATH and of the installation; "
                          "may be given several times");
}

void add_set_option(po::options_description& options) {
    options.add_options()(
        "set", po::value<std::vector<std::string>>()->composing()->value_name("PLUGIN.KEY=VALUE"),
        "a setting that goes before the configuration's; VALUE is TOML, or for a text just the text; may be "
        "given several times");
}

void add_jobs_option(po::options_description& options) {
    options.add_options()("jobs,j", po::value<int>()->default_value(0, "one a core")->value_name("N"),
                          "documents worked on at the same time");
}

std::vector<Option> options_of(const Command& command) {
    namespace style = po::command_line_style;
    std::vector<Option> options;
    for (const auto& described : command.options.options()) {
        Option option;
        option.long_name = described->long_name();
        if (const std::string name = described->canonical_display_name(style::allow_dash_for_short); name[0] == '-') {
            option.short_name = name.substr(1);
        }
        option.argument = described->format_parameter();  // such as "DIR (=out)"
        if (const auto at = option.argument.find(" (="); at != option.argument.npos) {
            option.default_value = option.argument.substr(at + 3, option.argument.size() - at - 4);
            option.argument.resize(at);
        }
        option.description = described->description();
        options.push_back(std::move(option));
    }
    return options;
}

std::vector<std::string> texts(const Values& values, const std::string& option) {
    return values.count(option) == 0 ? std::vector<std::string>{} : values[option].as<std::vector<std::string>>();
}

unsigned jobs(const Values& values) {
    const int given = values["jobs"].as<int>();
    if (given < 0 || given > 1024) {
        throw UsageError("--jobs is " + std::to_string(given) + "; it must be from 1 to 1024, or 0 for one a core");
    }
    return given > 0 ? static_cast<unsigned>(given) : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace attache::cli
