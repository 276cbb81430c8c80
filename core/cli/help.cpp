#include "cli/help.h"

#include <ostream>
#include <sstream>

#include "attache/utf8.hpp"

namespace attache::cli {

namespace {

/// The paragraph in lines of 80 columns.
void print_wrapped(const std::string& paragraph, std::ostream& out) {
    std::istringstream words(paragraph);
    std::size_t column = 0;
    for (std::string word; words >> word;) {
        const std::size_t width = utf8::count(word);
        const bool fits = column + 1 + width <= boost::program_options::options_description::m_default_line_length;
        out << (column == 0 ? "" : fits ? " " : "\n") << word;
        column = column > 0 && fits ? column + 1 + width : width;
    }
    out << "\n";
}

void print_statuses(const Command& command, std::ostream& out) {
    std::string line = "Exit status:";
    for (const auto& [status, meaning] : command.statuses) {
        line += (line.back() == ':' ? " " : "; ") + std::to_string(status) + " " + meaning;
    }
    print_wrapped(line + ".", out);
}

}  // namespace

void print_overview(const std::vector<Command>& commands, std::ostream& out) {
    out << "attache " ATTACHE_VERSION
           ": turns folders of diplomatic news into annotated documents, summaries and timelines.\n\n"
           "Usage: attache COMMAND …\n\n";
    for (const Command& command : commands) {
        out << "  " << command.name << std::string(12 - command.name.size(), ' ') << command.summary << "\n";
    }
    out << "\n`attache COMMAND --help` explains a command. To begin with:\n\n"
           "  attache run configs/diplomatic.toml samples/articles -o out\n";
}

void print_help(const Command& command, std::ostream& out) {
    out << "Usage: attache " << command.name << " " << command.synopsis << "\n\n" << command.summary << "\n";
    for (const std::string& paragraph : command.details) {
        out << "\n";
        print_wrapped(paragraph, out);
    }
    out << "\n";
    print_statuses(command, out);
    const char* title = "\nExample: ";
    for (const Example& example : command.examples) {
        out << title << example.command << "\n";
        title = "         ";
    }
    out << "\n" << command.options;
}

}  // namespace attache::cli
