#include "cli/manual.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <regex>
#include <set>

#include "attache/utf8.hpp"

// core/cli/manual.1, put into the program by core/CMakeLists.txt.
extern "C" {
extern const char attache_manual[], attache_manual_end[];
}

namespace attache::cli {

namespace {

using Words = std::set<std::string>;

/// One character, given in UTF-8, as roff prints it.
std::string escaped_character(std::string_view character) {
    static const std::map<char, std::string> names = {{'\\', "\\e"},  {'-', "\\-"},   {'\'', "\\(aq"}, {'"', "\\(dq"},
                                                      {'`', "\\(ga"}, {'^', "\\(ha"}, {'~', "\\(ti"}};
    if (const auto found = names.find(character.front()); found != names.end()) {
        return found->second;
    }
    if (character.size() == 1) {
        return std::string(character);
    }
    unsigned code = static_cast<unsigned char>(character.front()) & (0xFFU >> (character.size() + 1));
    for (const char byte : character.substr(1)) {
        code = (code << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
    }
    char text[16];
    std::snprintf(text, sizeof text, "\\[u%04X]", code);
    return text;
}

std::string escaped(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::string_view character = text.substr(0, utf8::sequence_length(text));
        out += escaped_character(character);
        text.remove_prefix(character.size());
    }
    return out;
}

std::string bold(std::string_view text) {
    return "\\fB" + escaped(text) + "\\fR";
}
std::string italic(std::string_view text) {
    return "\\fI" + escaped(text) + "\\fR";
}

/// A line of text; a dot at its beginning would make it a request.
std::string line(const std::string& text) {
    return (text.front() == '.' ? "\\&" : "") + text + "\n";
}

std::string section(const std::string& title) {
    return ".SH " + title + "\n";
}

/// Bold for options and what stands in backticks, italic for `arguments`.
std::string prose(const std::string& text, const Words& arguments) {
    static const std::regex marked("`([^`]*)`|[A-Za-z0-9_-]+");
    std::string out;
    auto rest = text.cbegin();
    for (std::sregex_iterator match(text.begin(), text.end(), marked); match != std::sregex_iterator(); ++match) {
        const std::string word = match->str();
        out += escaped(match->prefix().str());
        out += (*match)[1].matched                 ? bold((*match)[1].str())
               : word[0] == '-' && word.size() > 1 ? bold(word)
               : arguments.count(word) != 0        ? italic(word)
                                                   : escaped(word);
        rest = (*match)[0].second;
    }
    return out + escaped(std::string(rest, text.cend()));
}

std::string capitalised(std::string text) {
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::string sentence(const std::string& text) {
    return capitalised(text) + (text.back() == '.' ? "" : ".");
}

/// The words in capitals that stand for what is to be given.
Words arguments_of(const Command& command) {
    static const std::regex capitals("[A-Z_]+");
    std::string text = command.synopsis + " " + command.repeated;
    for (const std::string& name : command.required) {
        text += " " + name;
    }
    for (const Option& option : options_of(command)) {
        text += " " + option.argument;
    }
    return {std::sregex_token_iterator(text.begin(), text.end(), capitals), {}};
}

std::string header(const std::string& name) {
    std::string title = name;
    std::transform(title.begin(), title.end(), title.begin(), [](unsigned char c) { return std::toupper(c); });
    // No date, so that the same program writes the same pages; no hyphenation, which would break names and options.
    return ".TH " + escaped(title) + " 1 \"\" \"attache " ATTACHE_VERSION "\" \"" + escaped("Attaché manual") +
           "\"\n.nh\n.ad l\n";
}

std::string options(const Command& command) {
    const Words arguments = arguments_of(command);
    std::string out;
    for (const Option& option : options_of(command)) {
        out += ".TP\n";
        out += option.short_name.empty() ? "" : bold("-" + option.short_name) + ", ";
        out += bold("--" + option.long_name);
        out += option.argument.empty() ? "" : " " + prose(option.argument, arguments);
        out += "\n" + line(prose(sentence(option.description), arguments));
        if (!option.default_value.empty()) {
            out += line("Default: " + escaped(option.default_value) + ".");
        }
    }
    return out;
}

std::string statuses(const std::map<int, std::string>& statuses) {
    std::string out;
    for (const auto& [status, meaning] : statuses) {
        out += ".TP\n" + bold(std::to_string(status)) + "\n" + line(prose(sentence(meaning), {}));
    }
    return out;
}

std::string examples(const Command& command) {
    std::string out;
    for (const Example& example : command.examples) {
        out += (out.empty() ? "" : ".PP\n") + line(prose(capitalised(example.says) + ":", {})) + ".PP\n.RS 4\n.nf\n" +
               line(escaped(example.command)) + ".fi\n.RE\n";
    }
    return out;
}

/// "attache-run", with the section.
std::string reference(const std::string& page) {
    return bold(page) + "(1)";
}

std::string replace(std::string text, const std::string& mark, const std::string& by) {
    const auto at = text.find(mark);
    return text.replace(at, mark.size(), by);
}

}  // namespace

std::string manual_page(const Command& command) {
    const std::string name = "attache-" + command.name;
    const Words arguments = arguments_of(command);
    std::string first = command.summary.substr(0, command.summary.find(". "));
    first[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(first[0])));
    first.resize(first.find_last_not_of('.') + 1);

    std::string page = header(name);
    page += section("NAME") + escaped(name) + " \\- " + escaped(first) + "\n";
    page += section("SYNOPSIS") + bold("attache " + command.name) + " " + prose(command.synopsis, arguments) + "\n";
    page += section("DESCRIPTION") + line(prose(command.summary, arguments));
    for (const std::string& paragraph : command.details) {
        page += ".PP\n" + line(prose(paragraph, arguments));
    }
    page += section("OPTIONS") + options(command);
    page += section("EXIT STATUS") + statuses(command.statuses);
    page += section("EXAMPLES") + examples(command);
    page += section("SEE ALSO") + reference("attache") + "\n";
    return page;
}

std::string manual_overview(const std::vector<Command>& commands) {
    std::string list;
    std::string see_also;
    for (const Command& command : commands) {
        const std::string name = reference("attache-" + command.name);
        list += ".TP\n" + name + "\n" + line(prose(command.summary, {}));
        see_also += (see_also.empty() ? "" : ",\n") + name;
    }
    see_also += "\n";
    Command common;
    add_common_options(common);
    std::string page(attache_manual, attache_manual_end);
    page = replace(page, "@COMMANDS@\n", list);
    page = replace(page, "@OPTIONS@\n", options(common));
    page = replace(page, "@EXIT_STATUS@\n", statuses(run_statuses()));
    page = replace(page, "@SEE_ALSO@\n", see_also);
    return header("attache") + page;
}

}  // namespace attache::cli
