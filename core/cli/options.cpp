// Options that several commands take.
#include <thread>

#include "cli/command.h"

namespace attache::cli {

namespace po = boost::program_options;

void add_plugin_options(po::options_description& options) {
    options.add_options()("plugin-path", po::value<std::vector<std::string>>()->composing()->value_name("DIR"),
                          "a folder to search for plugins before those of ATTACHE_PLUGIN_PATH and of the installation; "
                          "may be given several times");
}

void add_set_option(po::options_description& options) {
    options.add_options()("set", po::value<std::vector<std::string>>()->composing()->value_name("PLUGIN.KEY=VALUE"),
                          "a setting that goes before the configuration's; may be given several times");
}

void add_jobs_option(po::options_description& options) {
    options.add_options()("jobs,j", po::value<int>()->default_value(0, "one a core")->value_name("N"),
                          "documents worked on at the same time");
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
